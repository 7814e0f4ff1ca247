using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The contract by which System.Text.Json writes a type, of a context that its generator made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonContract<T>
{
    /// <summary>The contract.</summary>
    static abstract JsonTypeInfo<T> TypeInfo { get; }
}

/// <summary>A column stored as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonColumn<T, TContract> : IColumnCodec<T>
    where TContract : struct, IJsonContract<T>
{
    /// <inheritdoc/>
    public static byte[] Encode(T value, byte[]? known)
    {
        try
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, TContract.TypeInfo);
            return known is not null && known.AsSpan().SequenceEqual(json) ? known : json;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            throw new UnplacedValueException("cannot be written as JSON", inner: e);
        }
    }

    /// <inheritdoc/>
    public static T Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, TContract.TypeInfo) ?? throw new UnplacedValueException("it is the JSON null", isMissing: true);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            string? path = (e as JsonException)?.Path;
            throw new UnplacedValueException($"it is no JSON of {typeof(T).Name}{(path is null ? "" : $" at {path}")}", inner: e);
        }
    }
}
