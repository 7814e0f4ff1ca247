using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>How a column that is no scalar is stored in its field.</summary>
/// <typeparam name="T">The property's type without null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumnCodec<T>
{
    /// <summary>What is stored for a value: <paramref name="known"/> itself when that is the same bytes.</summary>
    static abstract byte[] Encode(T value, byte[]? known);

    /// <summary>The value that bytes are stored for; a new one each time.</summary>
    static abstract T Decode(ReadOnlySpan<byte> bytes);
}

/// <summary>A column stored as MessagePack.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MessagePackColumn<T, TCodec> : IColumnCodec<T>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static byte[] Encode(T value, byte[]? known)
    {
        MessagePackWriter writer = new();
        try
        {
            TCodec.Write(ref writer, value);
            return known is not null && writer.Written.SequenceEqual(known) ? known : writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <inheritdoc/>
    public static T Decode(ReadOnlySpan<byte> bytes)
    {
        MessagePackReader reader = new(bytes);
        T value = TCodec.Read(ref reader);
        reader.EndOfBytes();
        return value;
    }
}
