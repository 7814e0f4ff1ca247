namespace Rom.Generators.Specs;

/// <summary>The runtime's <c>Rom.IndexKind</c>: same names, same numbers.</summary>
internal enum IndexKind
{
    Natural,
    Ordered,
    Exact,
    FullText,
    Geo,
}
