using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>Collections, and for each model that refers to others how its rows are queried by one.</summary>
internal static class CollectionEmitter
{
    /// <summary>The properties: handles made on demand, which hold nothing but the entity.</summary>
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (CollectionSpec collection in model.Collections)
        {
            writer.Write($"{collection.Modifiers} {collection.TypeName} {collection.Identifier} => new(this, {Literals.String(collection.Reference)});");
            writer.Blank();
        }
    }

    /// <summary>What a <c>RefCollection</c> of this model cannot have as a member, because it does not know the types of the model's key and columns.</summary>
    public static void EmitExtensions(SourceWriter writer, ModelSpec model)
    {
        if (model.ExtensionAccessibility is not { } accessibility) return;
        writer.Blank();
        writer.Write($"""
            /// <summary>Queries on the entities of <see cref="{model.TypeName}"/> that refer to another.</summary>
            {ColumnsEmitter.Hidden}
            {ModelEmitter.GeneratedCode}
            """);
        writer.Open($"{accessibility} static class {GeneratedNames.Extensions(model)}");
        writer.Write($"""
            /// <summary>A query on the entities of a collection. Nothing is sent before a terminal call.</summary>
            /// <param name="collection">The collection.</param>
            /// <param name="context">The database or session.</param>
            public static {RuntimeNames.Query(model)} Query(this global::Rom.RefCollection<{model.TypeName}> collection, {RuntimeNames.Context} context) =>
                {RuntimeNames.Operations(model)}.Query(collection, context);
            """);
        writer.Close();
    }
}
