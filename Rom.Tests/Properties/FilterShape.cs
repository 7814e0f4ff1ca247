using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Tests.Properties;

/// <summary>
/// What a filter comes down to, stated apart from the planner: a conjunction or a disjunction of ranges, one for each index, and of other
/// conditions. The empty conjunction is every row and the empty disjunction none.
/// </summary>
internal sealed class FilterShape
{
    private readonly bool _isAnd, _hasOthers;
    private readonly Dictionary<IndexMetadata, Func<byte[], bool>> _ranges;

    private FilterShape(bool isAnd, Dictionary<IndexMetadata, Func<byte[], bool>> ranges, bool hasOthers) => (_isAnd, _ranges, _hasOthers) = (isAnd, ranges, hasOthers);

    /// <summary>The index of which the filter is a single range, if it is one.</summary>
    public IndexMetadata? SingleRange => _ranges.Count == 1 && !_hasOthers ? _ranges.Keys.Single() : null;

    private bool IsConstant => _ranges.Count == 0 && !_hasOthers;

    private static FilterShape None => new(isAnd: false, [], hasOthers: false);

    public static FilterShape Of(SearchFilter filter)
    {
        List<byte[]> ends = [[]];
        AddEnds(filter, ends);
        return Of(filter, ends);
    }

    /// <summary>Whether an index finds the rows, on one side of every <c>||</c>.</summary>
    public static bool NamesRows(SearchFilter filter) => filter switch
    {
        AndFilter and => and.Parts.Any(NamesRows),
        OrFilter or => or.Parts.All(NamesRows),
        ConstantFilter constant => !constant.Value,
        PostingFilter { Negated: true } or WordFilter { Negated: true } or GeoFilter { Negated: true } or UniqueFilter { Negated: true } or KeyFilter { Negated: true } => false,
        NullFilter or CompareFilter => false,
        _ => true,
    };

    private static FilterShape Of(SearchFilter filter, List<byte[]> ends) => filter switch
    {
        AndFilter and => Combined(true, and.Parts.Select(part => Of(part, ends)), ends),
        OrFilter or => Combined(false, or.Parts.Select(part => Of(part, ends)), ends),
        ConstantFilter constant => new FilterShape(constant.Value, [], hasOthers: false),
        RangeFilter range => Range(range.Index, range.Ranges, hasOthers: false),
        LikeFilter { Negated: false } like => Range(like.Index, like.Ranges, hasOthers: true),
        _ => new FilterShape(true, [], hasOthers: true),
    };

    private static FilterShape Range(IndexMetadata index, IReadOnlyList<ByteRange> ranges, bool hasOthers) =>
        ranges.Count == 0 ? None : new FilterShape(true, new() { [index] = bytes => ranges.Any(range => range.Contains(bytes)) }, hasOthers);

    private static FilterShape Combined(bool isAnd, IEnumerable<FilterShape> parts, List<byte[]> ends)
    {
        Dictionary<IndexMetadata, Func<byte[], bool>> ranges = [];
        bool hasOthers = false;
        foreach (FilterShape part in parts)
        {
            if (part.IsConstant && part._isAnd != isAnd) return part;
            if (part._isAnd != isAnd && part.SingleRange is null)
            {
                hasOthers = true;
                continue;
            }

            hasOthers |= part._hasOthers;
            foreach ((IndexMetadata index, Func<byte[], bool> range) in part._ranges)
            {
                Func<byte[], bool>? other = ranges.GetValueOrDefault(index);
                ranges[index] = other is null ? range : isAnd ? bytes => other(bytes) && range(bytes) : bytes => other(bytes) || range(bytes);
            }
        }

        // What is left of ranges begins at an end of one of them.
        return isAnd && ranges.Values.Any(range => !ends.Exists(end => range(end))) ? None : new FilterShape(isAnd, ranges, hasOthers);
    }

    private static void AddEnds(SearchFilter filter, List<byte[]> ends)
    {
        foreach (SearchFilter part in filter.Parts) AddEnds(part, ends);
        foreach (ByteRange range in (filter as RangeFilter)?.Ranges ?? (filter as LikeFilter)?.Ranges ?? []) ends.AddRange(range.High is { } high ? [range.Low, high] : [range.Low]);
    }
}
