using System.ComponentModel;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What the operators of a column with several values per row mean: each value is one posting of its Exact index.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementFilters
{
    /// <summary>Some value of the row is one of these.</summary>
    public static Filter Any<T>(Column column, IEnumerable<T> values, Func<Column, T, FilterValue> convert)
    {
        byte[][] tokens = Tokens(column, values, convert);
        return new Filter(tokens.Length == 0 ? ConstantFilter.None : new PostingFilter(column.Exact!, tokens));
    }

    /// <summary>Each of these is among the values of the row.</summary>
    public static Filter All<T>(Column column, IEnumerable<T> values, Func<Column, T, FilterValue> convert)
    {
        SearchFilter[] parts = [.. Tokens(column, values, convert).Select(token => new PostingFilter(column.Exact!, [token]))];
        return new Filter(parts.Length switch { 0 => ConstantFilter.All, 1 => parts[0], _ => new AndFilter(parts) });
    }

    private static byte[][] Tokens<T>(Column column, IEnumerable<T> values, Func<Column, T, FilterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(values);
        IndexMetadata index = column.Exact!;
        return
        [
            .. values.ConvertAll(value => convert(column, value).Text).OfType<byte[]>()
                .Select(text => EqualityToken.Of(index.ValueKind, index.IgnoreCase ? CaseFolding.Fold(text) : text))
                .Distinct(Serialization.ByteArrayComparer.Instance),
        ];
    }
}
