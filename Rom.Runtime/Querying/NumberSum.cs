using System.Numerics;

namespace Rom.Querying;

/// <summary>The sum of values of one type: what fits it does so in any order of the rows; only floating-point numbers are rounded on the way, as doubles, which is LINQ's way.</summary>
internal sealed class NumberSum<T>
    where T : struct, INumberBase<T>
{
    private static readonly bool IsFloating = typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half);

    private WholeSum _whole;
    private DecimalSum _decimals;
    private double _floating;

    /// <exception cref="OverflowException">It is beyond the type.</exception>
    public T Total => typeof(T) == typeof(decimal) ? (T)(object)_decimals.Total : IsFloating ? T.CreateTruncating(_floating) : T.CreateChecked(_whole.Total);

    public void Add(T value)
    {
        if (value is decimal number) _decimals = _decimals.Plus(number);
        else if (IsFloating) _floating += double.CreateTruncating(value);
        else _whole = _whole.Plus(value);
    }
}
