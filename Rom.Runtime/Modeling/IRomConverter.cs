using System.Diagnostics.CodeAnalysis;

namespace Rom;

/// <summary>
/// Stores values of a type as text: <c>[Column(Converter = typeof(T))]</c>. Values are compared by their text. Null never reaches a converter.
/// </summary>
/// <typeparam name="TValue">The type of the property, without <c>?</c>.</typeparam>
public interface IRomConverter<TValue>
    where TValue : notnull
{
    /// <summary>
    /// The version of the conversion. Raise it whenever the text of any value changes: it is part of the schema record where the column is indexed,
    /// whatever number it begins with.
    /// </summary>
    static virtual int Revision => 1;

    /// <summary>The text of a value; equal values have equal texts.</summary>
    /// <param name="value">The value.</param>
    static abstract string ToText(TValue value);

    /// <summary>Reads a text; false when it is no value, which is an <see cref="InvalidValueException"/> for the row.</summary>
    /// <param name="text">What <see cref="ToText"/> made.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryFromText(string text, [MaybeNullWhen(false)] out TValue value);
}

/// <summary>A converter whose values have an order: <c>[Index]</c> on the column is then Ordered. The number is stored before the text.</summary>
/// <typeparam name="TValue">The type of the property, without <c>?</c>.</typeparam>
public interface IOrderedRomConverter<TValue> : IRomConverter<TValue>
    where TValue : notnull
{
    /// <summary>A number that is lower for lower values. Values of one number are neither below nor above each other.</summary>
    /// <param name="value">The value.</param>
    static abstract decimal ToOrder(TValue value);
}

/// <summary>
/// Stores values of a type as bytes: <c>[Column(Converter = typeof(T))]</c>. Values are compared by their bytes. Null never reaches a converter.
/// </summary>
/// <typeparam name="TValue">The type of the property, without <c>?</c>.</typeparam>
public interface IRomBytesConverter<TValue>
    where TValue : notnull
{
    /// <summary>
    /// The version of the conversion. Raise it whenever the bytes of any value change: it is part of the schema record where the column is indexed,
    /// whatever number it begins with.
    /// </summary>
    static virtual int Revision => 1;

    /// <summary>The bytes of a value; equal values have equal bytes.</summary>
    /// <param name="value">The value.</param>
    static abstract byte[] ToBytes(TValue value);

    /// <summary>Reads bytes; false when they are no value, which is an <see cref="InvalidValueException"/> for the row.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> made.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryFromBytes(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out TValue value);
}
