using Rom.CompilerServices;

namespace Rom.Sessions;

/// <summary>A reference, whatever it refers to.</summary>
internal interface IReference
{
    IRomEntity? Entity { get; }

    /// <summary>The stored text of the target's key; null while the target is new and has none.</summary>
    byte[]? KeyText { get; }
}

/// <summary>A reference that a row of a unit sets.</summary>
/// <param name="Column">The ordinal of the column.</param>
/// <param name="Handler">The target's model.</param>
/// <param name="Key">The stored text of the target's key; null: it is a new entity, which has none yet.</param>
/// <param name="Target">The target, where it is at hand.</param>
internal readonly record struct PendingReference(int Column, EntityHandler Handler, byte[]? Key, IRomEntity? Target)
{
    /// <summary>What the encoded row holds in its place; no integer key is 0.</summary>
    public static readonly byte[] Text = "0"u8.ToArray();

    /// <summary>Whether the target is an entity that is yet to be stored.</summary>
    public bool IsNew => Target is not null && !Handler.StateOf(Target).IsStored(Target);

    /// <summary>The row of a target that has a key.</summary>
    public RowIdentity Row => new(Handler.Model, Key!);
}
