using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>
/// Builds every key of one model; no other code does. All share the model's hash tag, and a word after the model's name tells their
/// kinds apart, so that no text of a caller makes one key look like another.
/// </summary>
/// <remarks>
/// <c>{User}</c>, or <c>{group}User</c> in a group, then: <c>:row:5</c> a row; <c>:id</c> the last assigned key; <c>:version</c> the last version of a row; <c>:keys</c> all keys;
/// <c>:schema</c> the schema record; <c>:receipt:…</c> the receipt of a commit; <c>:native:Log:5</c> a native structure of a row; <c>:unique:Email</c>, <c>:ordered:Age</c>, <c>:words:Bio</c>; <c>:geo:Home</c>; <c>:reversed:Email</c> and <c>:reversed-words:Bio</c> for
/// suffixes; <c>:exact:Status=1</c> and
/// <c>:word:Bio=redis</c> the postings of one value, where <c>#</c> and a SHA-256 replace <c>=</c> and a long text and <c>~</c> stands for null.
/// </remarks>
internal sealed class KeySpace
{
    private readonly ModelMetadata _model;
    private readonly string _head;
    private readonly byte[] _lockHead;
    private readonly byte[][] _indexHeads, _valueHeads, _heads;
    private readonly RedisKey[] _uniques;

    public KeySpace(ModelMetadata model, string prefix)
    {
        _model = model;
        string head = model.Group is { } group ? $"{prefix}{{{group}}}{model.Name}" : $"{prefix}{{{model.Name}}}";
        _head = head;
        Pattern = Escape(head) + ":*";
        string[] kinds = ["unique", "ordered", "exact", "word", "words", "geo", "reversed", "reversed-words"];
        _heads = [.. kinds.Select(kind => Encoding.UTF8.GetBytes($"{head}:{kind}:"))];
        RowHead = Encoding.UTF8.GetBytes(head + ":row:");
        _lockHead = Encoding.UTF8.GetBytes(head + ":lock:");
        Fences = Encoding.UTF8.GetBytes(head + ":fence");
        Counter = Encoding.UTF8.GetBytes(head + ":id");
        AllKeys = Encoding.UTF8.GetBytes(head + ":keys");
        Versions = Encoding.UTF8.GetBytes(head + ":version");
        Schema = Encoding.UTF8.GetBytes(head + ":schema");
        _uniques = [.. model.Uniques.Select(unique => (RedisKey)Encoding.UTF8.GetBytes($"{head}:unique:{unique.Name}"))];
        _indexHeads = [.. model.Indexes.Select(index => Encoding.UTF8.GetBytes($"{head}:{Word(index.Kind)}:{index.Name}"))];
        _valueHeads = [.. _indexHeads.Select(index => Join(index, "="u8))];
        Fields = [.. model.Columns.Select(column => (RedisValue)column.StoredNameBytes)];
        Fingerprint = model.SchemaFingerprint;
        LookupForm = PackLookup(model);
        GreatestKey = model.GreatestKey;
        Words = [.. model.Indexes.Select(index => (RedisKey)Encoding.UTF8.GetBytes($"{head}:words:{index.Name}"))];
        Reversed = [.. model.Indexes.Select(index =>
            (RedisKey)Encoding.UTF8.GetBytes($"{head}:{(index.Kind == IndexKind.FullText ? "reversed-words" : "reversed")}:{index.Name}"))];
    }

    public ModelMetadata Model => _model;

    /// <summary>What every key of the model matches, as SCAN writes patterns.</summary>
    public RedisValue Pattern { get; }

    /// <summary>What stands before the key's text in the name of a row.</summary>
    public byte[] RowHead { get; }

    /// <summary>The last fencing number of the model's locks.</summary>
    public RedisKey Fences { get; }

    public RedisKey Counter { get; }

    /// <summary>The set of all keys; of a model that keeps none, where a rebuild collects them.</summary>
    public RedisKey AllKeys { get; }

    /// <summary>What has one entry for each row: the set of all keys, or the index that stands in for it.</summary>
    public RedisKey Rows => _model.RowSource is { } index ? Ordered(index.Ordinal) : AllKeys;

    public RedisKey Schema { get; }

    /// <summary>The last version that a row got.</summary>
    public RedisKey Versions { get; }

    /// <summary>The row's fields in column order.</summary>
    public RedisValue[] Fields { get; }

    public RedisValue Fingerprint { get; }

    /// <summary>What every lookup by a unique tells <c>lookup.lua</c>.</summary>
    public RedisValue LookupForm { get; }

    /// <summary>The greatest key that the store may assign; empty when it assigns none.</summary>
    public RedisValue GreatestKey { get; }

    /// <summary>The ordered set of the distinct words of each FullText index, by its ordinal.</summary>
    public RedisKey[] Words { get; }

    /// <summary>The ordered set of reversed texts, or words, of each index with <c>Suffix</c>, by its ordinal.</summary>
    public RedisKey[] Reversed { get; }

    /// <summary>Whether a commit has met or stored the schema record, so that its description need not travel.</summary>
    public bool IsSchemaStored { get; set; }

    /// <summary>Whether a key is one of any index or unique, of this program or of another.</summary>
    public bool IsOfIndex(byte[] key) => Array.Exists(_heads, head => key.AsSpan().StartsWith(head));

    /// <summary>The client writes the two parts one after the other, so nothing is joined here.</summary>
    public RedisKey Row(byte[] key) => ((RedisKey)key).Prepend(RowHead);

    /// <summary>A native structure of a row.</summary>
    public RedisKey Native(string name, byte[] key) => ((RedisKey)key).Prepend(NativeHead(name));

    /// <summary>What stands before the key's text in the name of a native structure.</summary>
    public byte[] NativeHead(string name) => Encoding.UTF8.GetBytes($"{_head}:native:{name}:");

    /// <summary>The advisory lock of a row.</summary>
    public RedisKey Lock(byte[] key) => ((RedisKey)key).Prepend(_lockHead);

    /// <summary>What a commit leaves of itself.</summary>
    public RedisKey Receipt(Guid commit) => Encoding.UTF8.GetBytes($"{_head}:receipt:{commit:N}");

    /// <summary>The set of the rows with a long word, whose SHA-256 stands for it.</summary>
    public RedisKey PostingOfDigest(int index, byte[] digest) => Join(_indexHeads[index], "#"u8, digest);

    public RedisKey Unique(int unique) => _uniques[unique];

    /// <summary>The sorted set of an Ordered or a Geo index.</summary>
    public RedisKey Ordered(int index) => _indexHeads[index];

    /// <summary>What stands before the mark and the text in the name of a posting.</summary>
    public byte[] PostingHead(int index) => _indexHeads[index];

    /// <summary>The set of the rows that have a token in an Exact or FullText index; a null token: whose value is null.</summary>
    public RedisKey Posting(int index, byte[]? token)
    {
        if (token is null) return Join(_indexHeads[index], "~"u8);
        return token.Length <= KeyLimits.MaxTextLength
            ? ((RedisKey)token).Prepend(_valueHeads[index])
            : PostingOfDigest(index, SHA256.HashData(token));
    }

    /// <summary>What follows the head of an index in the name of a posting.</summary>
    public static byte[] Mark(byte[]? token) => token switch
    {
        null => Join("~"u8, []),
        { Length: <= KeyLimits.MaxTextLength } => Join("="u8, token),
        _ => Join("#"u8, SHA256.HashData(token)),
    };

    /// <summary>The form of a key in index members and uniques: its text, but 16 bytes for a Guid. Its order is that of the text.</summary>
    public byte[] Member(byte[] key)
    {
        if (_model.KeyKind != KeyKind.Guid) return key;
        byte[] bytes = new byte[16];
        if (!ScalarText.TryRead(key, out Guid guid) || !guid.TryWriteBytes(bytes, bigEndian: true, out _))
            throw new InvalidOperationException($"A key of {_model.Name} is no Guid.");
        return bytes;
    }

    /// <summary>The key that a member stands for.</summary>
    public byte[] KeyOf(byte[] member) => _model.KeyKind == KeyKind.Guid ? KeyText.Encode(new Guid(member, bigEndian: true))! : member;

    /// <summary>What Rom keeps under a key, as TYPE tells it, and the key's name without values of rows; null for native structures, whose types differ.</summary>
    public static (string Type, string Name)? KindOf(byte[] key)
    {
        string name = Encoding.UTF8.GetString(key);
        int kind = name.IndexOf(':', name.IndexOf('}', StringComparison.Ordinal)) + 1, end = name.IndexOf(':', kind);
        return (end < 0 ? name[kind..] : name[kind..end]) switch
        {
            "row" or "schema" or "unique" => ("hash", name),
            "id" or "version" or "fence" or "lock" or "receipt" => ("string", name),
            "keys" or "ordered" or "words" or "geo" or "reversed" or "reversed-words" => ("zset", name),
            "exact" or "word" => ("set", name[..(end + name.AsSpan(end).IndexOfAny('=', '~', '#'))]),
            _ => null,
        };
    }

    /// <summary>A text as a pattern that only it matches.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(character => character is '*' or '?' or '[' or ']' or '^' or '-' or '\\' ? $"\\{character}" : character.ToString()));

    private byte[] PackLookup(ModelMetadata model)
    {
        using MessagePackWriter writer = new();
        writer.String(model.SchemaFingerprint);
        writer.String(RowHead);
        writer.String(MemberForm.Of(model));
        foreach (ColumnMetadata column in model.Columns) writer.String(column.StoredNameBytes);
        return writer.Written.ToArray();
    }

    private static string Word(IndexKind kind) => kind switch
    {
        IndexKind.Ordered => "ordered",
        IndexKind.Exact => "exact",
        IndexKind.FullText => "word",
        IndexKind.Geo => "geo",
        _ => throw new InvalidOperationException($"{kind} is no kind of a stored index."),
    };

    private static byte[] Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default)
    {
        byte[] joined = new byte[first.Length + second.Length + third.Length];
        first.CopyTo(joined);
        second.CopyTo(joined.AsSpan(first.Length));
        third.CopyTo(joined.AsSpan(first.Length + second.Length));
        return joined;
    }
}
