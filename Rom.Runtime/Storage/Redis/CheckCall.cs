using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>One check of a commit: a reading command, and the reply that it must give.</summary>
internal readonly struct CheckCall
{
    private readonly RedisKey _key;
    private readonly string _command;
    private readonly RedisValue[] _arguments;
    private readonly RedisValue _expected;

    public CheckCall(ReadCheck check, KeySpace keys)
    {
        (_key, _command, _arguments, _expected) = check switch
        {
            RowCheck { Row: { } row, Columns: { } columns } read =>
                (keys.Row(read.Key), "HMGET", [.. columns.Select(column => keys.Fields[column])], Digest(columns.Select(column => row[column]))),
            RowCheck { Row: { } row } read => (keys.Row(read.Key), "HMGET", keys.Fields, Digest(row)),
            RowCheck missing => (keys.Row(missing.Key), "EXISTS", [], "0"),
            FreeValueCheck free => (keys.Unique(free.Unique.Ordinal), "HGET", [free.Value], CallWriter.Empty),
            CountCheck count => Count(count, keys),
            _ => throw new InvalidOperationException($"{check.GetType().Name} is no check that this engine knows."),
        };
    }

    public int ArgumentCount => 3 + _arguments.Length;

    public void AddTo(ref CallWriter call)
    {
        call.AddKey(_key);
        call.Add(_command);
        call.Add(_arguments.Length);
        foreach (RedisValue argument in _arguments) call.Add(argument);
        call.Add(_expected);
    }

    private static (RedisKey, string, RedisValue[], RedisValue) Count(CountCheck check, KeySpace keys)
    {
        RedisValue expected = check.Count.ToString(CultureInfo.InvariantCulture);
        return check.Filter switch
        {
            ConstantFilter { Value: true } => (keys.Rows, "ZCARD", [], expected),
            RangeFilter { Ranges: [ByteRange range] } filter => (keys.Ordered(filter.Index.Ordinal), "ZLEXCOUNT", [Low(range), High(range)], expected),
            PostingFilter { Tokens: [var token] } filter => (keys.Posting(filter.Index.Ordinal, token), "SCARD", [], expected),
            _ => throw new InvalidOperationException("This filter is not counted by one command."),
        };
    }

    private static RedisValue Low(ByteRange range) => (byte[])[(byte)'[', .. range.Low];

    private static RedisValue High(ByteRange range) => range.High is { } high ? (byte[])[(byte)'(', .. high] : "+";

    /// <summary>As <c>shared/commit/check</c> computes it.</summary>
    private static RedisValue Digest(IEnumerable<byte[]?> row)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        foreach (byte[]? field in row)
        {
            hash.AppendData(field is null ? "-"u8 : Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{field.Length}:")));
            if (field is not null) hash.AppendData(field);
        }

        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
