using System.ComponentModel;
using Rom.Indexing;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>A string that is never null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : INestedCodec<string>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, string value) => writer.String(value ?? throw writer.Null());

    /// <inheritdoc/>
    public static string Read(ref MessagePackReader reader) => reader.Text();
}

/// <summary>A bool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : INestedCodec<bool>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, bool value) => writer.Boolean(value);

    /// <inheritdoc/>
    public static bool Read(ref MessagePackReader reader) => reader.Boolean();
}

/// <summary>Bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : INestedCodec<byte[]>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, byte[] value) => writer.Bytes(value ?? throw writer.Null());

    /// <inheritdoc/>
    public static byte[] Read(ref MessagePackReader reader) => reader.Bytes().ToArray();
}

/// <summary>Bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryCodec : INestedCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyMemory<byte> value) => writer.Bytes(value.Span);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref MessagePackReader reader) => reader.Bytes().ToArray();
}

/// <summary>Every other scalar: a string of the text that a column of the type stores.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextCodec<TFormat, T> : INestedCodec<T>
    where TFormat : struct, IScalarFormat<T>
    where T : notnull
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value)
    {
        if (value is null) throw writer.Null();
        scoped ReadOnlySpan<byte> text;
        if (StoredText.Write<TFormat, T>(value, stackalloc byte[EncodingBuffer.StackSize], out text) is { } obstacle) throw writer.Refused(obstacle);
        writer.String(text);
    }

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader) =>
        TFormat.TryRead(reader.String(), out T? value) ? value : throw reader.Malformed($"a text is no {TFormat.Expected}");
}
