using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Rom.CompilerServices;

/// <summary>Bytes as they are. What is read is a copy, so that a change inside it is noticed by the next save.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesFormat : IScalarFormat<byte[]>
{
    /// <inheritdoc/>
    public static string Expected => "bytes";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, byte[] value)
    {
        value.CopyTo(to);
        return value.Length;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out byte[] value)
    {
        value = text.ToArray();
        return true;
    }

    /// <inheritdoc/>
    public static int MaxLength(byte[] value) => value.Length;
}

/// <summary>Bytes as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryFormat : IScalarFormat<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static string Expected => "bytes";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, ReadOnlyMemory<byte> value)
    {
        value.Span.CopyTo(to);
        return value.Length;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out ReadOnlyMemory<byte> value)
    {
        value = text.ToArray();
        return true;
    }

    /// <inheritdoc/>
    public static int MaxLength(ReadOnlyMemory<byte> value) => value.Length;
}
