using Rom.CompilerServices;
using Rom.Indexing;

namespace Rom.Storage.Redis;

/// <summary>Conditions as <c>shared/filter.lua</c> knows them, and the fields that they look at.</summary>
internal sealed class FilterNodes(PackedArgument to, KeySpace keys)
{
    private readonly List<int> _needs = [];

    /// <summary>The ordinals of the columns that something looks at.</summary>
    public IReadOnlyList<int> Needs => _needs;

    public void Add(SearchFilter filter)
    {
        switch (filter)
        {
            case ConstantFilter constant:
                Node(constant.Value ? "all"u8 : "none"u8, fields: 0);
                break;
            case AndFilter and:
                Parts("and"u8, and.Parts);
                break;
            case OrFilter or:
                Parts("or"u8, or.Parts);
                break;
            case RangeFilter range:
                Node("range"u8, fields: 4);
                Source(range.Index, range.Ranges);
                Columns(range.Index.Columns);
                break;
            case PostingFilter posting:
                Postings(posting);
                break;
            case WordFilter words:
                Words(words);
                break;
            case SuffixFilter suffix:
                Suffix(suffix);
                break;
            case GeoFilter geo:
                Geo(geo);
                break;
            case UniqueFilter unique:
                Node("unique"u8, fields: unique.Unique.IsOverField ? 4 : 2, unique.Negated);
                to.Add("key"u8, (byte[])keys.Unique(unique.Unique.Ordinal)!);
                if (unique.Unique.IsOverField) Column(unique.Unique.Column);
                Values("values"u8, unique.Values);
                break;
            case NullFilter isNull:
                Node("null"u8, fields: 2, isNull.Negated);
                Column(isNull.Column);
                break;
            case KeyFilter some:
                Node("keys"u8, fields: 1, some.Negated);
                Values("members"u8, [.. some.Keys.Select(keys.Member)]);
                break;
            case LikeFilter like:
                Node("like"u8, fields: 3, like.Negated);
                Column(like.Index.Column);
                Pattern(like.Pattern);
                break;
            case CompareFilter compare:
                Node("compare"u8, fields: 3, compare.Negated);
                to.Add("operator"u8, compare.Operator switch { ColumnOperator.Equal => "=="u8, ColumnOperator.Less => "<"u8, _ => "<="u8 });
                Forms([compare.Left.Ordinal, compare.Right.Ordinal]);
                Columns([compare.Left.Ordinal, compare.Right.Ordinal]);
                break;
            default:
                throw new InvalidOperationException($"{filter.GetType().Name} is no filter that search.lua knows.");
        }
    }

    /// <summary>A column's form and field, one of which a condition looks at.</summary>
    public void Column(ColumnMetadata column)
    {
        to.Add("form"u8, ColumnForm.Of(column));
        to.Add("field"u8, column.StoredNameBytes);
        Need(column.Ordinal);
    }

    /// <summary>Where ranges of an index are read: its key, the forms of its columns, and the ranges.</summary>
    public void Source(IndexMetadata? index, IReadOnlyList<ByteRange> ranges)
    {
        to.Add("key"u8, index is null ? (byte[])keys.AllKeys! : (byte[])keys.Ordered(index.Ordinal)!);
        Forms(index?.Columns ?? []);
        to.Add("ranges"u8);
        to.Array(2 * ranges.Count);
        foreach (ByteRange range in ranges)
        {
            to.Add(range.Low);
            to.Add(range.High);
        }
    }

    private void Node(ReadOnlySpan<byte> kind, int fields, bool negated = false)
    {
        to.Map(1 + fields + (negated ? 1 : 0));
        to.Add("kind"u8, kind);
        if (negated) to.Add("negated"u8, true);
    }

    private void Parts(ReadOnlySpan<byte> kind, IReadOnlyList<SearchFilter> parts)
    {
        Node(kind, fields: 1);
        to.Add("parts"u8);
        to.Array(parts.Count);
        foreach (SearchFilter part in parts) Add(part);
    }

    private void Postings(PostingFilter filter)
    {
        // A row has one token in an Exact index, so that its field tells; words, and what is computed or case-folded, are looked up.
        bool isExact = filter.Index is { Kind: IndexKind.Exact, IsOverField: true };
        Node("any"u8, fields: isExact ? 4 : 2, filter.Negated);
        to.Add("head"u8, keys.PostingHead(filter.Index.Ordinal));
        to.Add("marks"u8);
        to.Array(filter.Tokens.Count);
        foreach (byte[]? token in filter.Tokens) to.Add(KeySpace.Mark(token));
        if (isExact) Column(filter.Index.Column);
    }

    private void Words(WordFilter filter)
    {
        Node("words"u8, fields: filter.Pattern is null && !filter.Reversed ? 4 : 5, filter.Negated);
        to.Add("key"u8, (byte[])(filter.Reversed ? keys.Reversed : keys.Words)[filter.Index.Ordinal]!);
        if (filter.Reversed) to.Add("reversed"u8, true);
        to.Add("head"u8, keys.PostingHead(filter.Index.Ordinal));
        to.Add("low"u8, filter.Prefix);
        to.Add("high"u8, OrderedEncoding.Successor(filter.Prefix));
        if (filter.Pattern is { } pattern) Pattern(pattern);
    }

    /// <summary>A range of the reversed texts.</summary>
    private void Suffix(SuffixFilter filter)
    {
        byte[] low = OrderedEncoding.EncodePrefix(OrderedEncoding.Reverse(filter.Suffix));
        Node("suffix"u8, fields: 6, filter.Negated);
        to.Add("key"u8, (byte[])keys.Reversed[filter.Index.Ordinal]!);
        to.Add("forms"u8);
        to.Array(1);
        to.Add("t"u8);
        to.Add("ranges"u8);
        to.Array(2);
        to.Add(low);
        to.Add(OrderedEncoding.Successor(low));
        to.Add("suffix"u8, filter.Suffix);
        Column(filter.Index.Column);
    }

    private void Geo(GeoFilter filter)
    {
        // A computed point is only in the index, rounded to less than a metre.
        bool isOverField = filter.Index.IsOverField;
        Node("geo"u8, fields: isOverField ? 9 : 7, filter.Negated);
        to.Add("key"u8, (byte[])keys.Ordered(filter.Index.Ordinal)!);
        to.Add("longitude"u8, filter.Area.Center.Longitude);
        to.Add("latitude"u8, filter.Area.Center.Latitude);
        to.Add("width"u8, filter.Area.Width);
        to.Add("height"u8, filter.Area.Height);
        to.Add("circle"u8, filter.Area.IsCircle);
        List<(long First, long Last)> scores = filter.Area.Scores();
        to.Add("ranges"u8);
        to.Array(2 * scores.Count);
        foreach ((long first, long last) in scores)
        {
            to.Add(first);
            to.Add(last);
        }

        if (isOverField) Column(filter.Index.Column);
    }

    private void Pattern(LikePattern pattern)
    {
        to.Add("pattern"u8);
        to.Array(3 * pattern.Pieces.Count + 2);
        foreach (LikePiece piece in pattern.Pieces)
        {
            Gap(piece.Gap);
            to.Add(piece.Literal);
        }

        Gap(pattern.End);
    }

    private void Gap(LikeGap gap)
    {
        to.Add(gap.Fewest);
        to.Add(gap.Most ?? -1);
    }

    private void Values(ReadOnlySpan<byte> name, IReadOnlyList<byte[]> values)
    {
        to.Add(name);
        to.Array(values.Count);
        foreach (byte[] value in values) to.Add(value);
    }

    private void Forms(IReadOnlyList<int> columns) => Forms("forms"u8, columns);

    /// <summary>The forms of some columns.</summary>
    public void Forms(ReadOnlySpan<byte> name, IReadOnlyList<int> columns)
    {
        to.Add(name);
        to.Array(columns.Count);
        foreach (int column in columns) to.Add(ColumnForm.Of(keys.Model.Columns[column]));
    }

    private void Columns(IReadOnlyList<int> columns)
    {
        to.Add("fields"u8);
        to.Array(columns.Count);
        foreach (int column in columns)
        {
            to.Add(keys.Model.Columns[column].StoredNameBytes);
            Need(column);
        }
    }

    private void Need(int column)
    {
        if (!_needs.Contains(column)) _needs.Add(column);
    }
}
