using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>Copies of nested values that share nothing with the original, made by writing and reading them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NestedCopy
{
    /// <summary>A copy of a column's value.</summary>
    public static T? Of<T, TCodec>(ModelMetadata model, int ordinal, T? value)
        where TCodec : struct, IColumnCodec<T>
    {
        if (value is null) return value;
        byte[]?[] row = new byte[]?[model.Columns.Count];
        new RowWriter(model, null, row).RequiredNested<T, TCodec>(ordinal, value);
        return new RowReader(model, row).Nested<T, TCodec>(ordinal);
    }

    /// <summary>A copy of a nullable column's value.</summary>
    public static T? OfValue<T, TCodec>(ModelMetadata model, int ordinal, T? value)
        where T : struct
        where TCodec : struct, IColumnCodec<T> =>
        value is { } one ? Of<T, TCodec>(model, ordinal, one) : null;
}
