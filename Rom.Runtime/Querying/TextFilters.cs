using System.ComponentModel;
using Rom.Indexing;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>What the operators on texts and words mean.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextFilters
{
    /// <summary>The whole string begins with a prefix, in ordinal comparison.</summary>
    public static Filter StartsWith(Column column, string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new Filter(new RangeFilter(column.Ordered!, Beginning(FilterValue.String(column, prefix).Text)));
    }

    /// <summary>The whole string is like a pattern, anchored at its start and, when asked, at its end.</summary>
    public static Filter Like(Column column, string pattern, bool anchored)
    {
        LikePattern parsed = Parse(column, column.IgnoreCase && pattern is not null ? CaseFolding.Fold(pattern) : pattern!, anchored);
        IReadOnlyList<ByteRange> ranges = Beginning(parsed.Prefix);
        return new Filter(parsed.IsPrefix ? new RangeFilter(column.Ordered!, ranges) : new LikeFilter(column.Ordered!, ranges, parsed));
    }

    /// <summary>The whole string ends with a text, in ordinal comparison.</summary>
    public static Filter EndsWith(Column column, string suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        byte[] bytes = FilterValue.String(column, suffix).Text!;
        return bytes.Length == 0 ? Filters.IsNotNull(column) : new Filter(new SuffixFilter(column.Ordered!, bytes));
    }

    /// <summary>Some word of the column ends with a text, letter case aside.</summary>
    public static Filter WordEndsWith(Column column, string suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        byte[] bytes = WordPrefix(column, FilterValue.Word(column, column.FullText!.Tokenizer.Part(suffix)).Text!);
        return new Filter(new WordFilter(column.FullText!, OrderedEncoding.Reverse(bytes), Reversed: true));
    }

    /// <summary>Every word of a text is among the column's words. A text without words matches nothing.</summary>
    public static Filter Contains(Column column, string words)
    {
        byte[]?[] tokens = Words(column, words);
        SearchFilter[] parts = [.. tokens.Select(word => new PostingFilter(column.FullText!, [word]))];
        return new Filter(parts.Length switch { 0 => ConstantFilter.None, 1 => parts[0], _ => new AndFilter(parts) });
    }

    /// <summary>Some word of a text is among the column's words. A text without words matches nothing.</summary>
    public static Filter ContainsAny(Column column, string words)
    {
        byte[]?[] tokens = Words(column, words);
        return new Filter(tokens.Length == 0 ? ConstantFilter.None : new PostingFilter(column.FullText!, tokens));
    }

    /// <summary>Some word of the column begins with a prefix, letter case aside.</summary>
    public static Filter WordStartsWith(Column column, string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new Filter(new WordFilter(column.FullText!, WordPrefix(column, FilterValue.Word(column, column.FullText!.Tokenizer.Part(prefix)).Text!)));
    }

    /// <summary>
    /// Some word of the column is like a pattern, letter case aside, anchored at its start and, when asked, at its end. A word of more than
    /// 512 bytes is matched by those by which it is ordered.
    /// </summary>
    public static Filter WordLike(Column column, string pattern, bool anchored)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        LikePattern parsed = Parse(column, column.FullText!.Tokenizer.Part(pattern), anchored);
        byte[] prefix = parsed.Prefix;
        bool isWhole = prefix.Length <= KeyLimits.MaxTextLength;
        return new Filter(new WordFilter(column.FullText!, isWhole ? prefix : prefix[..KeyLimits.MaxTextLength], parsed.IsPrefix && isWhole ? null : parsed));
    }

    private static LikePattern Parse(Column column, string pattern, bool anchored)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _ = FilterValue.String(column, pattern);
        return LikePattern.Parse(pattern, anchored);
    }

    private static IReadOnlyList<ByteRange> Beginning(ReadOnlySpan<byte> prefix)
    {
        byte[] bytes = OrderedEncoding.EncodePrefix(prefix);
        return [bytes.Length == 0 ? new ByteRange(OrderedEncoding.AfterNull, null) : new ByteRange(bytes, OrderedEncoding.Successor(bytes))];
    }

    private static byte[]?[] Words(Column column, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. column.FullText!.Tokenizer.Words(words).Where(word => word.Length > 0).Order(StringComparer.Ordinal).Select(word => FilterValue.Word(column, word).Text)];
    }

    private static byte[] WordPrefix(Column column, byte[] prefix) => prefix.Length <= KeyLimits.MaxTextLength
        ? prefix
        : throw new QueryException($"A word prefix of {prefix.Length} bytes is longer than the {KeyLimits.MaxTextLength} by which {column} orders its words.");
}
