using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The expressions by which nested values are read and written: types of the runtime, put together.</summary>
internal static class NestedCode
{
    /// <summary>An expression for the column's value in <c>row</c>.</summary>
    public static string Read(ColumnSpec column, CodecSpec codec, int ordinal) =>
        $"row.Nested{(!column.IsNullable ? "" : codec.IsValueType ? "ValueOrNull" : "OrNull")}<{Arguments(codec)}>({ordinal})";

    /// <summary>A statement that hands a value to <c>row</c>.</summary>
    public static string Write(ColumnSpec column, CodecSpec codec, int ordinal, string value) =>
        $"row.{(!column.IsNullable ? "RequiredNested" : codec.IsValueType ? "NestedValue" : "Nested")}<{Arguments(codec)}>({ordinal}, {value});";

    /// <summary>An expression for a value that shares nothing with another.</summary>
    public static string Copy(ColumnSpec column, CodecSpec codec, int ordinal, string value)
    {
        string method = column.IsNullable && codec.IsValueType ? "OfValue" : "Of";
        string notNull = column.IsNullable || codec.IsValueType ? "" : "!";
        return $"{RuntimeNames.Services}.NestedCopy.{method}<{Arguments(codec)}>({GeneratedNames.Metadata}.Model, {ordinal}, {value}){notNull}";
    }

    /// <summary>The type that reads and writes a value inside a nested one.</summary>
    public static string Type(CodecSpec codec) => codec.Kind switch
    {
        CodecKind.Scalar => Scalar(codec.Scalar!),
        CodecKind.Object => $"{GeneratedNames.Nested}.{codec.ObjectCodec}",
        CodecKind.Sequence or CodecKind.Set or CodecKind.Dictionary => Runtime(codec, $"{codec.TypeName}, "),
        _ => Runtime(codec, ""),
    };

    private static string Arguments(CodecSpec codec) => codec.Kind == CodecKind.Json
        ? $"{codec.TypeName}, {RuntimeNames.Services}.JsonColumn<{codec.TypeName}, {GeneratedNames.Nested}.{codec.ObjectCodec}>"
        : $"{codec.TypeName}, {RuntimeNames.Services}.MessagePackColumn<{codec.TypeName}, {Type(codec)}>";

    private static string Runtime(CodecSpec codec, string self)
    {
        IEnumerable<string> arguments = codec.Parts.Select(part => part.TypeName).Concat(codec.Parts.Select(Type));
        return $"{RuntimeNames.Services}.{codec.Kind}Codec<{self}{string.Join(", ", arguments)}>";
    }

    private static string Scalar(ScalarSpec scalar) => RuntimeNames.Services + "." + scalar.Kind switch
    {
        ScalarKind.String => "StringCodec",
        ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Float or ScalarKind.Bytes => OfFormat(scalar.Format!),
        _ => $"TextCodec<{RuntimeNames.Services}.{scalar.Format}, {scalar.TypeName}>",
    };

    /// <summary>Formats whose values MessagePack has itself have a codec of their name, with the same type arguments.</summary>
    private static string OfFormat(string format)
    {
        const string suffix = "Format";
        int at = format.IndexOf(suffix, StringComparison.Ordinal);
        return $"{format.Substring(0, at)}Codec{format.Substring(at + suffix.Length)}";
    }
}
