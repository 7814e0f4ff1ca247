namespace Rom.Serialization;

/// <summary>
/// Select and ToList in one loop. LINQ's iterators have generic virtual methods, which Native AOT compiles again for each pair of value
/// types: with every type of column they were a fifth of a program.
/// </summary>
internal static class ListConversion
{
    public static List<TResult> ConvertAll<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> convert)
    {
        List<TResult> results = source.TryGetNonEnumeratedCount(out int count) ? new(count) : [];
        foreach (TSource item in source) results.Add(convert(item));
        return results;
    }
}
