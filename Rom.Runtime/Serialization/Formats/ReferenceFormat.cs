using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Rom.Sessions;

namespace Rom.CompilerServices;

/// <summary>References: the stored text of the target's key.</summary>
/// <typeparam name="T">The model of the target.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReferenceFormat<T> : IScalarFormat<Ref<T>>
    where T : class, IRomModel<T>
{
    /// <inheritdoc/>
    public static string Expected => "key";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, Ref<T> value)
    {
        byte[] key = ((IReference)value).KeyText!;
        key.CopyTo(to);
        return key.Length;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out Ref<T> value)
    {
        value = Ref<T>.Stored(text.ToArray());
        return true;
    }

    /// <inheritdoc/>
    public static int MaxLength(Ref<T> value) => ((IReference)value).KeyText!.Length;

    /// <inheritdoc/>
    public static string? Obstacle(Ref<T> value) =>
        ((IReference)value).KeyText is null ? "refers to an entity that was never stored and has no key" : null;
}
