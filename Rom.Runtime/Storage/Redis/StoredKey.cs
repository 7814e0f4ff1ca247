using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>What a key of a model holds.</summary>
internal enum StoredKeyKind
{
    /// <summary>What says nothing about a row: counters, locks, the schema record.</summary>
    Other,
    Row,
    AllKeys,
    Native,
    Unique,
    Ordered,
    Reversed,
    Posting,
    Geo,
    Words,
    ReversedWords,

    /// <summary>A key of an index or unique that the model has not.</summary>
    Unknown,
}

/// <summary>A key of a model, told by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Ordinal">Of which index, unique or native structure.</param>
internal readonly record struct StoredKey(byte[] Name, StoredKeyKind Kind, int Ordinal = -1)
{
    /// <summary>Its type, as Redis calls it.</summary>
    public string RedisType => Kind switch
    {
        StoredKeyKind.Posting => "set",
        StoredKeyKind.Unique or StoredKeyKind.Row => "hash",
        _ => "zset",
    };
}

/// <summary>Tells the keys of a model by their names.</summary>
internal sealed class StoredKeys
{
    private readonly KeySpace _keys;
    private readonly Dictionary<byte[], (StoredKeyKind Kind, int Ordinal)> _single = new(ByteArrayComparer.Instance);
    private readonly (byte[] Head, int Index)[] _postings;
    private readonly byte[][] _natives;
    private readonly byte[] _nativeHead;

    public StoredKeys(KeySpace keys)
    {
        _keys = keys;
        ModelMetadata model = keys.Model;
        _single.Add(keys.AllKeys!, (model.HasKeyIndex ? StoredKeyKind.AllKeys : StoredKeyKind.Unknown, -1));
        foreach (UniqueMetadata unique in model.Uniques) _single.Add(keys.Unique(unique.Ordinal)!, (StoredKeyKind.Unique, unique.Ordinal));
        foreach (IndexMetadata index in model.Indexes)
        {
            if (index.Kind == IndexKind.Ordered) _single.Add(keys.Ordered(index.Ordinal)!, (StoredKeyKind.Ordered, index.Ordinal));
            if (index.Kind == IndexKind.Geo) _single.Add(keys.Ordered(index.Ordinal)!, (StoredKeyKind.Geo, index.Ordinal));
            if (index.Suffix)
                _single.Add(keys.Reversed[index.Ordinal]!, (index.Kind == IndexKind.FullText ? StoredKeyKind.ReversedWords : StoredKeyKind.Reversed, index.Ordinal));
            if (index.Prefix) _single.Add(keys.Words[index.Ordinal]!, (StoredKeyKind.Words, index.Ordinal));
        }

        _postings = [.. model.Indexes.Where(index => index.Kind != IndexKind.Ordered).ConvertAll(index => (keys.PostingHead(index.Ordinal), index.Ordinal))];
        _natives = [.. model.Natives.Select(keys.NativeHead)];
        _nativeHead = keys.NativeHead("")[..^1];
    }

    public StoredKey Of(byte[] name)
    {
        if (_single.TryGetValue(name, out (StoredKeyKind Kind, int Ordinal) single)) return new StoredKey(name, single.Kind, single.Ordinal);
        if (StartsWith(name, _keys.RowHead)) return new StoredKey(name, StoredKeyKind.Row);
        foreach ((byte[] head, int index) in _postings)
        {
            if (StartsWith(name, head) && name.Length > head.Length && IsMark(_keys.Model.Indexes[index].Kind, name[head.Length])) return new StoredKey(name, StoredKeyKind.Posting, index);
        }

        int native = Array.FindIndex(_natives, head => StartsWith(name, head));
        if (native >= 0) return new StoredKey(name, StoredKeyKind.Native, native);
        return new StoredKey(name, _keys.IsOfIndex(name) || StartsWith(name, _nativeHead) ? StoredKeyKind.Unknown : StoredKeyKind.Other);
    }

    /// <summary>The key of the row in whose name, or after whose native structure's head, it stands.</summary>
    public byte[] KeyIn(StoredKey stored) =>
        stored.Name[(stored.Kind == StoredKeyKind.Row ? _keys.RowHead.Length : _natives[stored.Ordinal].Length)..];

    /// <summary>The key of the row that a member stands for; null when the member is none that Rom writes.</summary>
    public byte[]? KeyOf(StoredKey stored, byte[] member, byte[] value)
    {
        ReadOnlySpan<byte> left = stored.Kind == StoredKeyKind.Unique ? value : member;
        if (stored.Kind is StoredKeyKind.Ordered or StoredKeyKind.Reversed)
        {
            IndexMetadata index = _keys.Model.Indexes[stored.Ordinal];
            foreach (int column in index.ColumnOrdinals)
            {
                int end = OrderedEncoding.End(stored.Kind == StoredKeyKind.Reversed ? ValueKind.Text : _keys.Model.Columns[column].Kind, left);
                if (end < 0) return null;
                left = left[end..];
            }
        }

        if (_keys.Model.KeyKind == KeyKind.Guid && left.Length != 16) return null;
        return left.IsEmpty && _keys.Model.KeyKind != KeyKind.Text ? null : _keys.KeyOf(left.ToArray());
    }

    /// <summary>The posting of a member of a set of distinct words.</summary>
    public RedisKey PostingOf(StoredKey stored, byte[] member)
    {
        if (member.Length > KeyLimits.MaxTextLength + 1) return _keys.PostingOfDigest(stored.Ordinal, member[(KeyLimits.MaxTextLength + 1)..]);
        return _keys.Posting(stored.Ordinal, stored.Kind == StoredKeyKind.ReversedWords ? OrderedEncoding.Reverse(member) : member);
    }

    private static bool IsMark(IndexKind kind, byte mark) => kind == IndexKind.Geo ? mark == '~' : mark is (byte)'=' or (byte)'#' or (byte)'~';

    private static bool StartsWith(byte[] name, byte[] head) => name.AsSpan().StartsWith(head);
}
