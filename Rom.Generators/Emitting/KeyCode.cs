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
        IEnumerable<string> parts = model.KeyParts.Select((_, i) => EncodePart(Part(model, i).Type, Value(model, i)));
        return $"{RuntimeNames.KeyText}.Join({string.Join(", ", parts)})";
    }

    /// <summary>Statements that return the key that <c>text</c> stands for.</summary>
    public static IEnumerable<string> Decode(ModelSpec model)
    {
        if (model.KeyTextMethod is not null) return [$"throw {RuntimeNames.KeyText}.NotReversible({Literals.String(model.StoredName)});"];
        if (model.KeyParts.Count == 0) return [$"return {RuntimeNames.KeyText}.{DecodeMethod(model.KeyType)}(text);"];
        return
        [
            $"byte[][] parts = {RuntimeNames.KeyText}.Split(text, {model.KeyParts.Count});",
            $"return ({string.Join(", ", model.KeyParts.Select((_, i) => DecodePart(Part(model, i).Type, i)))});",
        ];
    }

    private static string Value(ModelSpec model, int part) => model.KeyParts.Count == 1 ? "key" : $"key.Item{part + 1}";

    private static ColumnSpec Part(ModelSpec model, int part) => model.Columns[model.KeyParts[part].Column];

    /// <summary>A string part has no format.</summary>
    private static string EncodePart(ScalarSpec scalar, string value) =>
        scalar.Format is null ? $"{RuntimeNames.KeyText}.Part({value})" : $"{RuntimeNames.KeyText}.Part{ScalarCode.Arguments(scalar)}({value})";

    private static string DecodePart(ScalarSpec scalar, int part) => scalar.Format is null
        ? $"{RuntimeNames.KeyText}.DecodeString(parts[{part}])"
        : $"{RuntimeNames.KeyText}.DecodePart{ScalarCode.Arguments(scalar)}(parts[{part}])";

    private static string DecodeMethod(KeyType type) => type switch
    {
        KeyType.Int64 => "DecodeInt64",
        KeyType.Int32 => "DecodeInt32",
        KeyType.Guid => "DecodeGuid",
        _ => "DecodeString",
    };
}
