using System.Globalization;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>Collects the keys and arguments of one script call, in arrays that are sent as they are when the capacity was right.</summary>
internal struct CallWriter(int keys, int arguments)
{
    private const int CachedNumbers = 256;

    /// <summary>The empty argument.</summary>
    public static readonly RedisValue Empty = Array.Empty<byte>();

    private static readonly RedisValue[] Numbers = [.. Enumerable.Range(0, CachedNumbers).Select(number => (RedisValue)Text(number))];

    private RedisKey[] _keys = CallArrays<RedisKey>.Rent(keys);
    private RedisValue[] _arguments = CallArrays<RedisValue>.Rent(arguments);
    private int _keyCount, _argumentCount;

    public void AddKey(RedisKey key)
    {
        if (_keyCount == _keys.Length) Array.Resize(ref _keys, 2 * _keyCount + 8);
        _keys[_keyCount++] = key;
    }

    public void Add(RedisValue argument)
    {
        if (_argumentCount == _arguments.Length) Array.Resize(ref _arguments, 2 * _argumentCount + 8);
        _arguments[_argumentCount++] = argument;
    }

    /// <summary>A number as Rom formats it; the client's own format differs between versions.</summary>
    public void Add(long number) => Add((ulong)number < CachedNumbers ? Numbers[number] : Text(number));

    public RedisKey[] Keys()
    {
        Array.Resize(ref _keys, _keyCount);
        return _keys;
    }

    public RedisValue[] Arguments()
    {
        Array.Resize(ref _arguments, _argumentCount);
        return _arguments;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
