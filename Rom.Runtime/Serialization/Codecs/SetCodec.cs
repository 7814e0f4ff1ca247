using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// A set, or an interface of one, as an array in order of the items' bytes, so that equal sets are equal bytes. It is read as a
/// <see cref="HashSet{T}"/> with the default comparer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SetCodec<TSet, T, TCodec> : INestedCodec<TSet>
    where TSet : class, IEnumerable<T>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TSet value)
    {
        if (value is null) throw writer.Null();
        int[] offsets = new int[value.Count()];
        writer.BeginArray(offsets.Length);
        int i = 0;
        foreach (T item in value)
        {
            offsets[i++] = writer.Written.Length;
            TCodec.Write(ref writer, item);
        }

        writer.Sort(offsets);
        writer.End();
    }

    /// <inheritdoc/>
    public static TSet Read(ref MessagePackReader reader) => (TSet)(object)new HashSet<T>(Items<T, TCodec>.Read(ref reader));
}
