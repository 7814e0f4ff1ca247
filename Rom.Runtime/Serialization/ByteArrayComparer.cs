namespace Rom.Serialization;

/// <summary>Arrays of bytes by content.</summary>
internal sealed class ByteArrayComparer : IEqualityComparer<byte[]>, IComparer<byte[]>
{
    public static readonly ByteArrayComparer Instance = new();

    /// <summary>Whether two rows of one model hold the same.</summary>
    public static bool AreEqual(byte[]?[] x, byte[]?[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (!Instance.Equals(x[i], y[i])) return false;
        }

        return true;
    }

    public bool Equals(byte[]? x, byte[]? y) => x is null ? y is null : y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] bytes)
    {
        HashCode hash = default;
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
