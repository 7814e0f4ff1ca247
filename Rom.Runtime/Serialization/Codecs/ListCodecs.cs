using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Rom.CompilerServices;

/// <summary>A list, as an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<T, TCodec> : INestedCodec<List<T>>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, List<T> value) =>
        Items<T, TCodec>.Write(ref writer, CollectionsMarshal.AsSpan(value ?? throw writer.Null()));

    /// <inheritdoc/>
    public static List<T> Read(ref MessagePackReader reader) => Items<T, TCodec>.Read(ref reader);
}

/// <summary>An array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayCodec<T, TCodec> : INestedCodec<T[]>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[] value) => Items<T, TCodec>.Write(ref writer, value ?? throw writer.Null());

    /// <inheritdoc/>
    public static T[] Read(ref MessagePackReader reader) => [.. Items<T, TCodec>.Read(ref reader)];
}

/// <summary>An immutable array, as an array; the default one is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableArrayCodec<T, TCodec> : INestedCodec<ImmutableArray<T>>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableArray<T> value)
    {
        if (value.IsDefault) writer.Nil();
        else Items<T, TCodec>.Write(ref writer, value.AsSpan());
    }

    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref MessagePackReader reader) => reader.TryNil() ? default : [.. Items<T, TCodec>.Read(ref reader)];
}

/// <summary>One of the interfaces of a list, such as <see cref="IReadOnlyList{T}"/>: it is read as a <see cref="List{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SequenceCodec<TSequence, T, TCodec> : INestedCodec<TSequence>
    where TSequence : class, IEnumerable<T>
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TSequence value)
    {
        List<T> items = (value ?? throw writer.Null()) as List<T> ?? [.. value];
        Items<T, TCodec>.Write(ref writer, CollectionsMarshal.AsSpan(items));
    }

    /// <inheritdoc/>
    public static TSequence Read(ref MessagePackReader reader) => (TSequence)(object)Items<T, TCodec>.Read(ref reader);
}

/// <summary>What all lists share.</summary>
internal static class Items<T, TCodec>
    where TCodec : struct, INestedCodec<T>
{
    /// <summary>Room made before an item was read: a short text of many tiny items must not take much memory.</summary>
    public const int MaxInitialCapacity = 1024;

    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<T> items)
    {
        writer.BeginArray(items.Length);
        foreach (T item in items) TCodec.Write(ref writer, item);
        writer.End();
    }

    public static List<T> Read(ref MessagePackReader reader)
    {
        int count = reader.BeginArray();
        List<T> items = new(Math.Min(count, MaxInitialCapacity));
        for (int i = 0; i < count; i++) items.Add(TCodec.Read(ref reader));
        reader.End();
        return items;
    }
}
