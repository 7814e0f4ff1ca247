namespace Rom;

/// <summary>One page of a query's rows.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Items">The rows, in the query's order.</param>
/// <param name="Next">The cursor of the page after it; null when this is the last.</param>
public sealed record RomPage<T>(IReadOnlyList<T> Items, string? Next);
