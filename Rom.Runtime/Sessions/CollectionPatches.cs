using System.Collections.Immutable;
using System.ComponentModel;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>
/// Adds a value to a collection that does not have it, as <c>AddToSet</c> does. Values are the same when they are equal, or have the same stored bytes;
/// a collection that has the value stays as it is.
/// </summary>
/// <typeparam name="T">What the collection holds.</typeparam>
/// <typeparam name="TCodec">How that is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionPatches<T, TCodec>
    where TCodec : struct, INestedCodec<T>
{
    /// <summary>A list, or one of its interfaces.</summary>
    public static List<T> InList(IEnumerable<T>? items, T value)
    {
        List<T> list = items is null ? [] : [.. items];
        if (!Has(list, value)) list.Add(value);
        return list;
    }

    /// <summary>The same of an array.</summary>
    public static T[] InArray(T[]? items, T value) => [.. InList(items, value)];

    /// <summary>The same of an immutable array.</summary>
    public static ImmutableArray<T> InImmutableArray(ImmutableArray<T>? items, T value) =>
        [.. InList(items is { IsDefault: false } known ? known.AsEnumerable() : null, value)];

    /// <summary>A set, or an interface of one.</summary>
    public static HashSet<T> InSet(IEnumerable<T>? items, T value) => [.. InList(items, value)];

    private static bool Has(List<T> list, T value)
    {
        if (list.Contains(value)) return true;
        byte[] bytes = MessagePackColumn<T, TCodec>.Encode(value, known: null);
        return list.Exists(one => ByteArrayComparer.Instance.Equals(bytes, MessagePackColumn<T, TCodec>.Encode(one, known: null)));
    }
}
