using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>For each reference a property that is its key.</summary>
internal static class ReferenceEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (ColumnSpec column in model.Columns.Where(column => column.Type.Reference is not null))
        {
            string name = GeneratedNames.ReferenceKey(column.Name);
            if (!model.OmittedMembers.Contains(name)) Emit(writer, column, column.Type.Reference!, name);
        }
    }

    private static void Emit(SourceWriter writer, ColumnSpec column, ReferenceSpec reference, string name)
    {
        string type = reference.KeyTypeName ?? "global::Rom.RomKey";
        writer.Write($"""
            /// <summary>The key that <c>{column.Name}</c> refers to; null when it refers to nothing, or to a new entity that has no key yet.</summary>
            """);
        writer.Open($"public {type}? {name}");
        writer.Write($"get => this.{column.Identifier} is {{ }} reference && reference.Key is {{ IsEmpty: false }} key ? {Value(reference)} : null;");
        if (column.HasPublicSetter)
        {
            string otherwise = column.IsNullable ? "null" : "throw new global::System.ArgumentNullException(nameof(value))";
            writer.Write($"set => this.{column.Identifier} = value is {{ }} key ? global::Rom.Ref<{reference.Target}>.To(key) : {otherwise};");
        }

        writer.Close();
        writer.Blank();
    }

    private static string Value(ReferenceSpec reference) => reference switch
    {
        { KeyTypeName: null } => "key",
        { Key: KeyType.Int64 } => "key.ToInt64()",
        { Key: KeyType.Int32 } => "checked((int)key.ToInt64())",
        { Key: KeyType.Guid } => "key.ToGuid()",
        _ => "key.ToString()",
    };
}
