using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The text that a user's converter makes.</summary>
/// <typeparam name="TConverter">The converter.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConvertedFormat<TConverter, T> : IScalarFormat<T>
    where TConverter : IRomConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public static string Expected => $"text that {typeof(TConverter).Name} reads";

    /// <summary>The converter's revision.</summary>
    public static int Revision => TConverter.Revision;

    /// <summary>The text of what a text stands for, as the converter writes it now; null when it does not read it.</summary>
    /// <param name="text">A stored text.</param>
    public static byte[]? Recode(byte[] text) => TryRead(text, out T? value) ? Encode(value) : null;

    /// <inheritdoc/>
    public static byte[] Encode(T value) => ScalarText.Utf8.GetBytes(TConverter.ToText(value) ?? throw UnplacedValueException.OfConverter<TConverter>());

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return Utf8.IsValid(text) && TConverter.TryFromText(ScalarText.Utf8.GetString(text), out value);
    }
}

/// <summary>The number by which values of a user's converter are ordered, a space, and the text that it makes.</summary>
/// <typeparam name="TConverter">The converter.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RankedFormat<TConverter, T> : IScalarFormat<T>
    where TConverter : IOrderedRomConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public static string Expected => $"number, space and text that {typeof(TConverter).Name} reads";

    /// <summary>Dividing by it leaves a number without the zeros at its end, so that 1.5 and 1.50 before one text are one stored text.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The converter's revision.</summary>
    public static int Revision => TConverter.Revision;

    /// <summary>The text of what a text stands for, as the converter writes it now; null when it does not read it.</summary>
    /// <param name="text">A stored text.</param>
    public static byte[]? Recode(byte[] text) => TryRead(text, out T? value) ? Encode(value) : null;

    /// <inheritdoc/>
    public static byte[] Encode(T value)
    {
        Span<byte> rank = stackalloc byte[ScalarText.MaxLength];
        return [.. rank[..ScalarText.Write(rank, TConverter.ToOrder(value) / One)], (byte)' ', .. ConvertedFormat<TConverter, T>.Encode(value)];
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        int space = text.IndexOf((byte)' ');
        return space >= 0 && ScalarText.TryRead(text[..space], out decimal _)
            && ConvertedFormat<TConverter, T>.TryRead(text[(space + 1)..], out value);
    }
}

/// <summary>The bytes that a user's converter makes.</summary>
/// <typeparam name="TConverter">The converter.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConvertedBytesFormat<TConverter, T> : IScalarFormat<T>
    where TConverter : IRomBytesConverter<T>
    where T : notnull
{
    /// <inheritdoc/>
    public static string Expected => $"bytes that {typeof(TConverter).Name} reads";

    /// <summary>The converter's revision.</summary>
    public static int Revision => TConverter.Revision;

    /// <summary>The text of what a text stands for, as the converter writes it now; null when it does not read it.</summary>
    /// <param name="text">A stored text.</param>
    public static byte[]? Recode(byte[] text) => TryRead(text, out T? value) ? Encode(value) : null;

    /// <inheritdoc/>
    public static byte[] Encode(T value) => TConverter.ToBytes(value) ?? throw UnplacedValueException.OfConverter<TConverter>();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out T value) => TConverter.TryFromBytes(text, out value);
}
