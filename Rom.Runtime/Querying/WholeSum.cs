using System.Numerics;

namespace Rom.Querying;

/// <summary>The sum of whole numbers, of which neither the size nor the order of the rows matters.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Count">How many were added.</param>
internal readonly record struct WholeSum(BigInteger Total, long Count)
{
    /// <summary>Beyond it not every whole number is a double.</summary>
    private const long Exact = 1L << 53;

    /// <summary>Of the exact sum; null of none.</summary>
    public double? Average
    {
        get
        {
            if (Count == 0) return null;
            // One rounding, as in LINQ, where a double holds the sum.
            if (BigInteger.Abs(Total) <= Exact) return (double)Total / Count;
            BigInteger whole = BigInteger.DivRem(Total, Count, out BigInteger rest);
            return (double)whole + (double)rest / Count;
        }
    }

    public WholeSum Plus<T>(T value)
        where T : struct, INumberBase<T> => new(Total + BigInteger.CreateChecked(value), Count + 1);
}
