using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom;

/// <summary>A key of any model, in its stored text: an integer, a Guid, a string, or several parts. Keys of equal text are equal.</summary>
public readonly struct RomKey : IEquatable<RomKey>
{
    private readonly byte[]? _text;

    internal RomKey(byte[]? text) => _text = text;

    /// <summary>Whether there is no key yet: the default of this type, and the key of an entity that the store has not assigned one.</summary>
    public bool IsEmpty => _text is null;

    internal byte[]? Text => _text;

    /// <summary>The key of a model whose key has several parts.</summary>
    /// <param name="parts">The parts, in their order.</param>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static RomKey Of(params RomKey[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new RomKey(KeyText.Join([.. parts.Select(part => part._text)]) ?? throw new ArgumentException("A part of a key is empty.", nameof(parts)));
    }

    /// <summary>An integer.</summary>
    public static implicit operator RomKey(long key)
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return new RomKey(text[..ScalarText.Write(text, key)].ToArray());
    }

    /// <summary>A Guid; the empty one is no key.</summary>
    public static implicit operator RomKey(Guid key) => new(KeyText.Encode(key));

    /// <summary>A string; null is no key.</summary>
    public static implicit operator RomKey(string? key) => new(KeyText.Encode(key));

    /// <summary>Whether two keys have the same text.</summary>
    public static bool operator ==(RomKey left, RomKey right) => left.Equals(right);

    /// <summary>Whether two keys have different texts.</summary>
    public static bool operator !=(RomKey left, RomKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RomKey other) => ByteArrayComparer.Instance.Equals(_text, other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RomKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : ByteArrayComparer.Instance.GetHashCode(_text);

    /// <summary>The key of a model whose keys are integers.</summary>
    /// <exception cref="InvalidValueException">It is no integer.</exception>
    public long ToInt64() => KeyText.DecodeInt64(_text ?? []);

    /// <summary>The key of a model whose keys are Guids.</summary>
    /// <exception cref="InvalidValueException">It is no Guid.</exception>
    public Guid ToGuid() => KeyText.DecodeGuid(_text ?? []);

    /// <summary>The stored text; empty when there is no key.</summary>
    public override string ToString() => _text is null ? "" : Encoding.UTF8.GetString(_text);
}
