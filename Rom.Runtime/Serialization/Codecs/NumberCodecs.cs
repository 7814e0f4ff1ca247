using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rom.CompilerServices;

/// <summary>Integers: those of up to 64 bits as MessagePack integers, wider ones, which it does not have, as their stored text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IntegerCodec<T> : INestedCodec<T>
    where T : struct, IBinaryInteger<T>
{
    private static bool IsWide => typeof(T) == typeof(Int128) || typeof(T) == typeof(UInt128) || typeof(T) == typeof(BigInteger);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value)
    {
        if (IsWide) TextCodec<IntegerFormat<T>, T>.Write(ref writer, value);
        else if (typeof(T) == typeof(ulong)) writer.UInt64(ulong.CreateTruncating(value));
        else writer.Int64(long.CreateTruncating(value));
    }

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader)
    {
        if (IsWide) return TextCodec<IntegerFormat<T>, T>.Read(ref reader);
        if (typeof(T) == typeof(ulong)) return T.CreateTruncating(reader.UInt64());
        long read = reader.Int64();
        T value = T.CreateTruncating(read);
        return long.CreateTruncating(value) == read ? value : throw reader.OutOfRange(typeof(T).Name);
    }
}

/// <summary>Enums by their number. A number without a name is kept, as C# keeps it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumCodec<TEnum, TNumber> : INestedCodec<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TEnum value) =>
        IntegerCodec<TNumber>.Write(ref writer, Unsafe.BitCast<TEnum, TNumber>(value));

    /// <inheritdoc/>
    public static TEnum Read(ref MessagePackReader reader) => Unsafe.BitCast<TNumber, TEnum>(IntegerCodec<TNumber>.Read(ref reader));
}

/// <summary>
/// Floating-point numbers: a double as 64 bits, a float as 32, a Half, which MessagePack does not have, as its stored text. Either width is
/// read where nothing is lost.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatCodec<T> : INestedCodec<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value)
    {
        if (typeof(T) == typeof(Half)) TextCodec<FloatFormat<T>, T>.Write(ref writer, value);
        else if (typeof(T) == typeof(double)) writer.Double(double.CreateTruncating(value));
        else writer.Single(float.CreateTruncating(value));
    }

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader)
    {
        if (typeof(T) == typeof(Half)) return TextCodec<FloatFormat<T>, T>.Read(ref reader);
        double read = reader.Double();
        T value = T.CreateTruncating(read);
        return double.CreateTruncating(value).Equals(read) ? value : throw reader.OutOfRange($"{typeof(T).Name} without loss");
    }
}
