using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// A dictionary, or an interface of one, as a map in its own order. It is read as a <see cref="Dictionary{TKey, TValue}"/> with the
/// default comparer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryCodec<TDictionary, TKey, TValue, TKeyCodec, TValueCodec> : INestedCodec<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : struct, INestedCodec<TKey>
    where TValueCodec : struct, INestedCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TDictionary value)
    {
        if (value is null) throw writer.Null();
        writer.BeginMap(value.Count());
        foreach ((TKey key, TValue one) in value)
        {
            TKeyCodec.Write(ref writer, key);
            TValueCodec.Write(ref writer, one);
        }

        writer.End();
    }

    /// <inheritdoc/>
    public static TDictionary Read(ref MessagePackReader reader)
    {
        int count = reader.BeginMap();
        Dictionary<TKey, TValue> read = new(Math.Min(count, 1024));
        for (int i = 0; i < count; i++)
        {
            if (!read.TryAdd(TKeyCodec.Read(ref reader), TValueCodec.Read(ref reader))) throw reader.Malformed("a key is in a map twice");
        }

        reader.End();
        return (TDictionary)(object)read;
    }
}
