using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>Expressions for the key of an entity, and for its stored text.</summary>
internal static class KeyCode
{
    /// <summary>The type of a key: that of the one property, or a tuple of several.</summary>
    public static string Type(ModelSpec model) => model.KeyParts.Count switch
    {
        0 => model.Key.Type.TypeName,
        1 => Part(model, 0).Type.TypeName,
        _ => $"({string.Join(", ", model.KeyParts.Select(part => $"{model.Columns[part.Column].Type.TypeName} {part.ElementName}".TrimEnd()))})",
    };

    public static string Get(ModelSpec model) => model.KeyParts.Count switch
    {
        0 => $"entity.{model.Key.Identifier}",
        1 => $"entity.{Part(model, 0).Identifier}",
        _ => $"({string.Join(", ", model.KeyParts.Select(part => $"entity.{model.Columns[part.Column].Identifier}"))})",
    };

    /// <summary>Statements that set the key of an entity to <c>key</c>.</summary>
    public static IEnumerable<string> Set(ModelSpec model) => model.KeyParts.Count == 0
        ? [$"{AccessorEmitter.Set(model.Key, "entity", "key")};"]
        : model.KeyParts.Select((part, i) => $"{AccessorEmitter.Set(model.Columns[part.Column], "entity", Value(model, i))};");

    /// <summary>An expression for the text of <c>key</c>.</summary>
    public static string Encode(ModelSpec model)
    {
        if (model.KeyParts.Count == 0) return $"{RuntimeNames.KeyText}.Encode(key)";
        if (model.KeyTextMethod is { } method) return $"{RuntimeNames.KeyText}.Encode({method}({string.Join(", ", model.KeyParts.Select((_, i) => Value(model, i)))}))";
        IEnumerable<string> parts = model.KeyParts.Select((_, i) => $"{RuntimeNames.KeyText}.Part({Cast(Part(model, i).Type)}{Value(model, i)})");
        return $"{RuntimeNames.KeyText}.Join({string.Join(", ", parts)})";
    }

    /// <summary>Statements that return the key that <c>text</c> stands for.</summary>
    public static IEnumerable<string> Decode(ModelSpec model)
    {
        if (model.KeyTextMethod is not null) return [$"throw {RuntimeNames.KeyText}.NotReversible({Literals.String(model.StoredName)});"];
        if (model.KeyParts.Count == 0) return [$"return {RuntimeNames.KeyText}.{Method(model.Key.Type)}(text);"];
        return
        [
            $"byte[][] parts = {RuntimeNames.KeyText}.Split(text, {model.KeyParts.Count});",
            $"return ({string.Join(", ", model.KeyParts.Select((_, i) => DecodePart(Part(model, i).Type, i)))});",
        ];
    }

    private static string Value(ModelSpec model, int part) => model.KeyParts.Count == 1 ? "key" : $"key.Item{part + 1}";

    private static ColumnSpec Part(ModelSpec model, int part) => model.Columns[model.KeyParts[part].Column];

    private static string Cast(ScalarSpec scalar) => scalar.Kind == ScalarKind.Integer ? "(long)" : "";

    private static string DecodePart(ScalarSpec scalar, int part) => scalar.Kind == ScalarKind.Integer
        ? $"checked(({scalar.TypeName}){RuntimeNames.KeyText}.DecodeInt64(parts[{part}]))"
        : $"{RuntimeNames.KeyText}.{Method(scalar)}(parts[{part}])";

    private static string Method(ScalarSpec scalar) => scalar switch
    {
        { Kind: ScalarKind.Integer, IntegerType: null } => "DecodeInt64",
        { Kind: ScalarKind.Integer } => "DecodeInt32",
        { Kind: ScalarKind.Guid } => "DecodeGuid",
        { Kind: ScalarKind.Boolean } => "DecodeBoolean",
        _ => "DecodeString",
    };
}
