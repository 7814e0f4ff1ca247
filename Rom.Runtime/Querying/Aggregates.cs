using System.Numerics;

namespace Rom.Querying;

/// <summary>Sums and averages of values that were read.</summary>
internal static class Aggregates
{
    public static IEnumerable<T> Present<T>(IEnumerable<T?> values)
        where T : struct
    {
        foreach (T? value in values)
        {
            if (value is { } present) yield return present;
        }
    }

    /// <summary>What fits the type does so in any order of the rows; only floating-point numbers are rounded on the way.</summary>
    public static T Sum<T>(IEnumerable<T> values)
        where T : struct, INumberBase<T>
    {
        if (typeof(T) == typeof(decimal)) return (T)(object)DecimalSum.Of((IEnumerable<decimal>)values).Total;
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float) && typeof(T) != typeof(Half)) return T.CreateChecked(Whole(values).Sum);
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum;
    }

    /// <summary>Of the exact sum, so that neither its size nor the order of the rows matters.</summary>
    public static double? Average<T>(IEnumerable<T> values)
        where T : struct, IBinaryInteger<T>
    {
        (BigInteger sum, long count) = Whole(values);
        if (count == 0) return null;
        BigInteger whole = BigInteger.DivRem(sum, count, out BigInteger rest);
        return (double)whole + (double)rest / count;
    }

    public static decimal? Average(IEnumerable<decimal> values) => DecimalSum.Of(values).Average;

    public static double? Average(IEnumerable<double> values)
    {
        (double sum, long count) = (0, 0);
        foreach (double value in values) (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }

    private static (BigInteger Sum, long Count) Whole<T>(IEnumerable<T> values)
        where T : struct, INumberBase<T>
    {
        (BigInteger sum, long count) = (BigInteger.Zero, 0);
        foreach (T value in values) (sum, count) = (sum + BigInteger.CreateChecked(value), count + 1);
        return (sum, count);
    }
}
