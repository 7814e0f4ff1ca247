using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>Integers of any width as decimal digits, so that HINCRBY works on those that fit in 64 bits.</summary>
/// <typeparam name="T">An integer type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IntegerFormat<T> : IScalarFormat<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static string Expected => $"integer that fits in {typeof(T).Name}";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, T value) => value.TryFormat(to, out int written, default, CultureInfo.InvariantCulture)
        ? written
        : throw ScalarText.TooShort();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out T value)
    {
        value = default;
        return ScalarText.IsPlain(text) && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <inheritdoc/>
    public static int MaxLength(T value) =>
        typeof(T) == typeof(BigInteger) ? 3 + value.GetShortestBitLength() / 3 : ScalarText.MaxLength;
}

/// <summary>Enums as their number. A number without a name is kept, as C# keeps it.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumFormat<TEnum, TNumber> : IScalarFormat<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>
{
    /// <inheritdoc/>
    public static string Expected => IntegerFormat<TNumber>.Expected;

    /// <inheritdoc/>
    public static int Write(Span<byte> to, TEnum value) => IntegerFormat<TNumber>.Write(to, Unsafe.BitCast<TEnum, TNumber>(value));

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out TEnum value)
    {
        bool read = IntegerFormat<TNumber>.TryRead(text, out TNumber number);
        value = Unsafe.BitCast<TNumber, TEnum>(number);
        return read;
    }
}

/// <summary>Binary floating-point numbers as the shortest text that reads back the same.</summary>
/// <typeparam name="T">double, float or Half.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatFormat<T> : IScalarFormat<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public static string Expected => $"number that fits in {typeof(T).Name}";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, T value) => value.TryFormat(to, out int written, "R", CultureInfo.InvariantCulture)
        ? written
        : throw ScalarText.TooShort();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out T value) =>
        T.TryParse(text, Style, CultureInfo.InvariantCulture, out value)
        && text[0] != '+'
        && (T.IsFinite(value) || text.SequenceEqual("NaN"u8) || text.SequenceEqual("Infinity"u8) || text.SequenceEqual("-Infinity"u8));
}

/// <summary>Decimals with their scale: <c>12.50</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalFormat : IScalarFormat<decimal>
{
    /// <inheritdoc/>
    public static string Expected => "decimal";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, decimal value) => ScalarText.Write(to, value);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out decimal value) => ScalarText.TryRead(text, out value);
}
