using System.Numerics;

namespace Rom.Querying;

/// <summary>The sum of values of one type: what fits it does so in any order of the rows; only floating-point numbers are rounded on the way, as doubles, which is LINQ's way.</summary>
internal readonly record struct NumberSum<T>(WholeSum Whole, DecimalSum Decimals, double Floating)
    where T : struct, INumberBase<T>
{
    private static readonly bool IsFloating = typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half);

    /// <exception cref="OverflowException">It is beyond the type.</exception>
    public T Total => typeof(T) == typeof(decimal) ? (T)(object)Decimals.Total : IsFloating ? T.CreateTruncating(Floating) : T.CreateChecked(Whole.Total);

    public NumberSum<T> Plus(T value) => value switch
    {
        decimal number => this with { Decimals = Decimals.Plus(number) },
        _ when IsFloating => this with { Floating = Floating + double.CreateTruncating(value) },
        _ => this with { Whole = Whole.Plus(value) },
    };
}
