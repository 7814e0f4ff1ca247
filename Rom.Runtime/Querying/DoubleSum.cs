namespace Rom.Querying;

/// <summary>The sum of doubles, rounded as they are.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Count">How many were added.</param>
internal readonly record struct DoubleSum(double Total, long Count)
{
    /// <summary>Null of none.</summary>
    public double? Average => Count == 0 ? null : Total / Count;

    public DoubleSum Plus(double value) => new(Total + value, Count + 1);
}
