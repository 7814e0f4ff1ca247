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

    public static T Sum<T>(IEnumerable<T> values)
        where T : struct, INumberBase<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum = checked(sum + value);
        return sum;
    }

    /// <summary>Of the exact sum, so that neither its size nor the order of the rows matters.</summary>
    public static double? Average<T>(IEnumerable<T> values)
        where T : struct, IBinaryInteger<T>
    {
        BigInteger sum = BigInteger.Zero;
        long count = 0;
        foreach (T value in values)
        {
            sum += BigInteger.CreateChecked(value);
            count++;
        }

        if (count == 0) return null;
        BigInteger whole = BigInteger.DivRem(sum, count, out BigInteger rest);
        return (double)whole + (double)rest / count;
    }

    public static decimal? Average(IEnumerable<decimal> values)
    {
        (decimal sum, long count) = (0, 0);
        foreach (decimal value in values) (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }

    public static double? Average(IEnumerable<double> values)
    {
        (double sum, long count) = (0, 0);
        foreach (double value in values) (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }
}
