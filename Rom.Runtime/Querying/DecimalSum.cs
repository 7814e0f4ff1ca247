using System.Numerics;

namespace Rom.Querying;

/// <summary>
/// The sum of decimals as a whole number of their smallest part, so that it is rounded once, at the end, and neither the order of the rows
/// nor what the sum is on the way matters.
/// </summary>
/// <param name="Units">The sum in units of 10^-28.</param>
/// <param name="Count">How many were added.</param>
/// <param name="Places">The most decimal places that any of them has, which the result keeps if it can.</param>
internal readonly record struct DecimalSum(BigInteger Units, long Count, int Places)
{
    private const int MostPlaces = 28;

    private static readonly BigInteger MostDigits = (BigInteger)decimal.MaxValue;
    private static readonly BigInteger[] Powers = PowersOfTen();

    /// <exception cref="OverflowException">It is beyond the type.</exception>
    public decimal Total => Rounded(1);

    /// <summary>Null of none.</summary>
    public decimal? Average => Count == 0 ? null : Rounded(Count);

    public DecimalSum Plus(decimal value) => new(Units + Digits(value) * Powers[MostPlaces - value.Scale], Count + 1, Math.Max(Places, value.Scale));

    /// <summary>The sum of two, of which no digit is lost.</summary>
    /// <exception cref="OverflowException">No decimal is that sum.</exception>
    public static decimal Exact(decimal left, decimal right)
    {
        decimal sum = left + right;
        // Where it was rounded it has fewer places; those that went may have been zeros.
        if (sum.Scale < Math.Max(left.Scale, right.Scale) && !default(DecimalSum).Plus(left).Plus(right).Plus(-sum).Units.IsZero)
            throw new OverflowException("No decimal has all digits of the sum.");
        return sum;
    }

    private static BigInteger Digits(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return (BigInteger)new decimal(parts[0], parts[1], parts[2], value < 0, scale: 0);
    }

    /// <summary>As many places as fit; what lies in the middle goes to the even digit; zeros that no value had are left out.</summary>
    private decimal Rounded(long divisor)
    {
        int places = MostPlaces;
        BigInteger digits = Quotient(Units, divisor);
        for (BigInteger unit = divisor; BigInteger.Abs(digits) > MostDigits; digits = Quotient(Units, unit *= 10))
        {
            if (--places < 0) throw new OverflowException($"A sum of decimals is beyond {decimal.MaxValue}.");
        }

        for (; places > Places && BigInteger.Remainder(digits, 10).IsZero; places--) digits /= 10;
        decimal whole = (decimal)digits;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(whole, parts);
        return new decimal(parts[0], parts[1], parts[2], whole < 0, (byte)places);
    }

    private static BigInteger[] PowersOfTen()
    {
        BigInteger[] powers = new BigInteger[MostPlaces + 1];
        for (int places = 0; places < powers.Length; places++) powers[places] = BigInteger.Pow(10, places);
        return powers;
    }

    private static BigInteger Quotient(BigInteger value, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(value, divisor, out BigInteger rest);
        int half = (BigInteger.Abs(rest) * 2).CompareTo(divisor);
        return half > 0 || half == 0 && !quotient.IsEven ? quotient + value.Sign : quotient;
    }
}
