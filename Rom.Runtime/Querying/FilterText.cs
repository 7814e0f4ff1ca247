using System.Globalization;
using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>Conditions as text: which column, what of it, how many values; the values themselves only on request.</summary>
internal static class FilterText
{
    public static string Of(SearchFilter filter, bool withValues) => filter switch
    {
        ConstantFilter constant => constant.Value ? "every row" : "no row",
        AndFilter => "all of",
        OrFilter => "any of",
        RangeFilter range => Ranges(range, withValues),
        PostingFilter { Index.Kind: IndexKind.FullText } words => Text(words.Index, words.Negated, "has", Count(words.Tokens.Count, "word"), words.Tokens, withValues),
        PostingFilter exact => Text(exact.Index, exact.Negated, "is", Count(exact.Tokens.Count, "value"), exact.Tokens, withValues),
        WordFilter words => Text(
            words.Index, words.Negated, "has", words.Pattern is not null ? "a word like a pattern" : words.Reversed ? "a word with an end" : "a word with a beginning",
            [words.Reversed ? Indexing.OrderedEncoding.Reverse(words.Prefix) : words.Prefix], withValues),
        UniqueFilter unique => Text(unique.Unique.Column.Property, unique.Negated, "is", Count(unique.Values.Count, "unique value"), unique.Values, withValues),
        NullFilter isNull => Text(isNull.Column.Property, isNull.Negated, "is", "null", [], withValues),
        KeyFilter keys => Text("key", keys.Negated, "is", Count(keys.Keys.Count, "key"), keys.Keys, withValues),
        LikeFilter like => Text(like.Index, like.Negated, "is", "like a pattern", [like.Pattern.Prefix], withValues),
        SuffixFilter suffix => Text(suffix.Index, suffix.Negated, "has", "an end", [suffix.Suffix], withValues),
        GeoFilter geo => Text(
            geo.Index, geo.Negated, "is", geo.Area.IsCircle ? "within a circle" : "within a box",
            [Encoding.UTF8.GetBytes(FormattableString.Invariant($"{geo.Area.Center.Longitude} {geo.Area.Center.Latitude} {geo.Area.Width} {geo.Area.Height}"))], withValues),
        CompareFilter compare => $"{(compare.Negated ? "not " : "")}{compare.Left.Property} {Sign(compare.Operator)} {compare.Right.Property}",
        _ => throw new InvalidOperationException($"{filter.GetType().Name} is no filter that can be explained."),
    };

    /// <summary>How <c>shared/filter.lua</c> tests one candidate.</summary>
    public static string Test(SearchFilter filter) => filter switch
    {
        AndFilter or OrFilter or ConstantFilter => "by its parts",
        KeyFilter => "on the key",
        PostingFilter { Index: { Kind: IndexKind.Exact, IsOverField: true }, Tokens.Count: > 1 } => "on the row",
        PostingFilter or WordFilter or UniqueFilter { Unique.IsOverField: false } or GeoFilter { Index.IsOverField: false } => "by membership",
        _ => "on the row",
    };

    private static string Ranges(RangeFilter filter, bool withValues)
    {
        string text = $"{Columns(filter.Index)} in {Count(filter.Ranges.Count, "range")}";
        return withValues ? $"{text} ({string.Join(", ", filter.Ranges.ConvertAll(range => $"{Shown(range.Low)} to {Shown(range.High ?? [])}"))})" : text;
    }

    private static string Text(IndexMetadata index, bool negated, string verb, string what, IEnumerable<byte[]?> values, bool withValues) =>
        Text(Columns(index), negated, verb, what, values, withValues);

    private static string Text(string column, bool negated, string verb, string what, IEnumerable<byte[]?> values, bool withValues)
    {
        string text = negated ? $"not: {column} {verb} {what}" : $"{column} {verb} {what}";
        return withValues && values.Any() ? $"{text} ({string.Join(", ", values.Select(value => value is null ? "null" : Shown(value)))})" : text;
    }

    private static string Columns(IndexMetadata index) =>
        index.IsComposite ? string.Join(", ", index.Columns.ConvertAll(column => index.Model.Columns[column].Property)) : index.Subject.Property;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"one of {count:N0} {what}s");

    private static string Sign(ColumnOperator comparison) => comparison switch { ColumnOperator.Equal => "==", ColumnOperator.Less => "<", _ => "<=" };

    /// <summary>Bytes as <c>redis-cli</c> shows them.</summary>
    private static string Shown(byte[] bytes)
    {
        StringBuilder text = new("\"");
        foreach (byte one in bytes)
        {
            if (one is >= 0x20 and < 0x7F and not (byte)'"' and not (byte)'\\') text.Append((char)one);
            else text.Append(CultureInfo.InvariantCulture, $"\\x{one:x2}");
        }

        return text.Append('"').ToString();
    }
}
