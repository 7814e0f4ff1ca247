using System.Numerics;

namespace Rom.Tests.Properties;

/// <summary>Sums and averages computed without rounding, written apart from those of Rom.</summary>
internal static class ExactSum
{
    private static readonly BigInteger Scale = BigInteger.Pow(10, 28);

    public static BigInteger Of(IEnumerable<long> values) => Of(values.Select(value => (BigInteger)value));

    public static BigInteger Of(IEnumerable<BigInteger> values) => values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);

    public static decimal Of(IEnumerable<decimal?> values) => Rounded(Scaled(values), Scale);

    public static double? Average(IEnumerable<long?> values)
    {
        long[] present = [.. values.OfType<long>()];
        if (present.Length == 0) return null;
        // What LINQ's Average gives for sums that a double holds.
        if (Of(present) is var sum && BigInteger.Abs(sum) <= 1L << 53) return (double)(long)sum / present.Length;
        BigInteger whole = BigInteger.DivRem(Of(present), present.Length, out BigInteger rest);
        return (double)whole + (double)rest / present.Length;
    }

    public static decimal? Average(IEnumerable<decimal?> values)
    {
        decimal?[] present = [.. values.Where(value => value is not null)];
        return present.Length == 0 ? null : Rounded(Scaled(present), Scale * present.Length);
    }

    private static BigInteger Scaled(IEnumerable<decimal?> values) => values.OfType<decimal>().Aggregate(BigInteger.Zero, (sum, value) => sum + Scaled(value));

    /// <summary>Whether a decimal is the sum of two to the last digit.</summary>
    public static bool Holds(decimal left, decimal right)
    {
        BigInteger sum = Scaled(left) + Scaled(right);
        try
        {
            return Scaled(Rounded(sum, Scale)) == sum;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>In units of 10^-28.</summary>
    public static BigInteger Scaled(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return digits * BigInteger.Pow(10, 28 - value.Scale) * (decimal.IsNegative(value) ? -1 : 1);
    }

    /// <summary>The nearest decimal to a fraction: of the most decimal places that fit, the even one of two as near.</summary>
    private static decimal Rounded(BigInteger numerator, BigInteger denominator)
    {
        BigInteger most = (BigInteger)decimal.MaxValue;
        for (int places = 28; places >= 0; places--)
        {
            BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(numerator) * BigInteger.Pow(10, places), denominator, out BigInteger rest);
            int half = (2 * rest).CompareTo(denominator);
            if (half > 0 || half == 0 && !quotient.IsEven) quotient += 1;
            if (quotient > most) continue;
            uint[] parts = [.. Enumerable.Range(0, 3).Select(at => (uint)((quotient >> (32 * at)) & uint.MaxValue))];
            return new decimal((int)parts[0], (int)parts[1], (int)parts[2], numerator.Sign < 0, (byte)places);
        }

        throw new OverflowException();
    }
}
