using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Sessions;

/// <summary>Which row: a model and the stored text of a key.</summary>
internal readonly record struct RowIdentity(ModelMetadata Model, byte[] Key)
{
    public bool Equals(RowIdentity other) => Model == other.Model && ByteArrayComparer.Instance.Equals(Key, other.Key);

    public override int GetHashCode() => HashCode.Combine(Model, ByteArrayComparer.Instance.GetHashCode(Key));
}
