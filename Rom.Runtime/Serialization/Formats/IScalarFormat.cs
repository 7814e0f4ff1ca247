using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// The stored text of one type, both ways: invariant, and read back to the same value over the type's whole range. Generated code names
/// the format of each column as a type argument, so that the runtime calls it without boxing or dispatch.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScalarFormat<T>
    where T : notnull
{
    /// <summary>What the text must be, as an error says it after "holds no".</summary>
    static abstract string Expected { get; }

    /// <summary>The text of a value that has no obstacle, where the format makes it in an array of its own; null where it writes it.</summary>
    /// <param name="value">The value.</param>
    static virtual byte[]? Encode(T value) => null;

    /// <summary>Writes the text of a value that has no obstacle.</summary>
    /// <param name="to">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="value">The value.</param>
    /// <returns>How many bytes were written.</returns>
    static virtual int Write(Span<byte> to, T value) => throw new NotSupportedException();

    /// <summary>Reads a text; false when it is no value of the type.</summary>
    /// <param name="text">The stored text without the marks of null.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out T value);

    /// <summary>The most bytes that the text of a value takes.</summary>
    /// <param name="value">A value without obstacle.</param>
    static virtual int MaxLength(T value) => ScalarText.MaxLength;

    /// <summary>Why a value cannot be stored, as an error says it after the column's name; null when it can.</summary>
    /// <param name="value">The value.</param>
    static virtual string? Obstacle(T value) => null;
}
