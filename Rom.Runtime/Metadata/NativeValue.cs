using System.ComponentModel;
using System.Text;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The stored text of the values of a native structure, as a column of their type has it.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NativeValue<T>
{
    private protected NativeValue()
    {
    }

    internal abstract byte[] Encode(T value);

    internal abstract T Decode(byte[] text);

    private protected static InvalidValueException Refused(string obstacle) => new($"A value of a native structure {obstacle}.");
}

/// <summary>Values with a format.</summary>
/// <typeparam name="TFormat">The format.</typeparam>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NativeValue<TFormat, T> : NativeValue<T>
    where TFormat : struct, IScalarFormat<T>
    where T : notnull
{
    private NativeValue()
    {
    }

    /// <summary>The one of this type.</summary>
    public static NativeValue<TFormat, T> Instance { get; } = new();

    internal override byte[] Encode(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        scoped ReadOnlySpan<byte> text;
        return StoredText.Write<TFormat, T>(value, stackalloc byte[EncodingBuffer.StackSize], out text) is { } obstacle ? throw Refused(obstacle) : text.ToArray();
    }

    internal override T Decode(byte[] text) =>
        TFormat.TryRead(text, out T? value) ? value : throw new InvalidValueException($"A native structure holds no {TFormat.Expected}.");
}

/// <summary>Strings, which have no format.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NativeText : NativeValue<string>
{
    private NativeText()
    {
    }

    /// <summary>The one there is.</summary>
    public static NativeText Instance { get; } = new();

    internal override byte[] Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return StoredText.Write(value, out byte[] text) is { } obstacle ? throw Refused(obstacle) : text;
    }

    internal override string Decode(byte[] text)
    {
        try
        {
            return ScalarText.Utf8.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidValueException("A native structure holds no UTF-8 text.", e);
        }
    }
}
