using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>What a reference is compared with: an entity or a key. That it takes an <see cref="Operand{T}"/> too makes the literal null mean that one.</summary>
/// <typeparam name="T">The model of the target.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RefOperand<T>
    where T : class, IRomModel<T>
{
    private RefOperand(Ref<T>? value) => Value = value;

    /// <summary>The reference that it stands for.</summary>
    public Ref<T>? Value { get; }

    /// <summary>A reference.</summary>
    public static implicit operator RefOperand<T>(Operand<Ref<T>?> value) => new(value.Value);

    /// <summary>An entity.</summary>
    public static implicit operator RefOperand<T>(T? value) => new(value);

    /// <summary>A key.</summary>
    public static implicit operator RefOperand<T>(RomKey key) => new(Of(key));

    /// <summary>An integer key.</summary>
    public static implicit operator RefOperand<T>(long? key) => new(key is { } one ? Of(one) : null);

    /// <summary>A Guid key.</summary>
    public static implicit operator RefOperand<T>(Guid? key) => new(key is { } one ? Of(one) : null);

    /// <summary>A string key.</summary>
    public static implicit operator RefOperand<T>(string? key) => new(key is null ? null : Of(key));

    /// <summary>A key that no entity has is compared like any other; an empty one would mean null, which IsNull says better.</summary>
    private static Ref<T> Of(RomKey key) => Ref<T>.Stored(key.Text ?? throw new ArgumentException("A reference was compared with an empty key. IsNull finds rows without a reference.", nameof(key)));
}
