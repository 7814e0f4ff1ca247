namespace Rom.Sessions;

/// <summary>A reference, whatever it refers to.</summary>
internal interface IReference
{
    IRomEntity? Entity { get; }

    /// <summary>The stored text of the target's key; null while the target is new and has none.</summary>
    byte[]? KeyText { get; }
}

/// <summary>A column whose value is the key of a new entity, which has none yet.</summary>
/// <param name="Column">The ordinal of the column.</param>
/// <param name="Target">The entity.</param>
internal readonly record struct PendingReference(int Column, IRomEntity Target)
{
    /// <summary>What the encoded row holds in its place; no integer key is 0.</summary>
    public static readonly byte[] Text = "0"u8.ToArray();
}
