using System.Globalization;
using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;

namespace Rom.Storage.Memory;

/// <summary>One native structure: what the commands of Redis do with it. Like there, one without values is none.</summary>
internal sealed class MemoryNative
{
    private readonly List<byte[]> _list = [];
    private readonly HashSet<byte[]> _set = new(ByteArrayComparer.Instance);
    private readonly Dictionary<byte[], double> _scores = new(ByteArrayComparer.Instance);
    private readonly Dictionary<byte[], byte[]> _hash = new(ByteArrayComparer.Instance);
    private long _counter;

    public byte[]?[] Run(NativeCommand command, byte[][] arguments) => command switch
    {
        NativeCommand.RPush or NativeCommand.LPush or NativeCommand.LPop or NativeCommand.RPop or NativeCommand.LRange or NativeCommand.LLen
            or NativeCommand.LRem or NativeCommand.LTrim => RunList(command, arguments),
        NativeCommand.SAdd => [Number(arguments.Count(_set.Add))],
        NativeCommand.SRem => [Number(arguments.Count(_set.Remove))],
        NativeCommand.SIsMember => [Number(_set.Contains(arguments[0]))],
        NativeCommand.SCard => [Number(_set.Count)],
        NativeCommand.SMembers => [.. _set],
        NativeCommand.SPop => Taken(_set.Take(Int(arguments[0])), one => _set.Remove(one)),
        NativeCommand.HSet => [Number(SetField(arguments[0], arguments[1]))],
        NativeCommand.HGet => [_hash.GetValueOrDefault(arguments[0])],
        NativeCommand.HDel => [Number(_hash.Remove(arguments[0]))],
        NativeCommand.HExists => [Number(_hash.ContainsKey(arguments[0]))],
        NativeCommand.HLen => [Number(_hash.Count)],
        NativeCommand.HGetAll => [.. _hash.SelectMany(pair => new[] { pair.Key, pair.Value })],
        NativeCommand.IncrBy => [Number(_counter = Sum(_counter, KeyText.DecodeInt64(arguments[0])))],
        NativeCommand.Get => [Number(_counter)],
        NativeCommand.Set => Nothing(() => _counter = KeyText.DecodeInt64(arguments[0])),
        NativeCommand.Del => Nothing(Clear),
        _ => RunSortedSet(command, arguments),
    };

    private byte[]?[] RunList(NativeCommand command, byte[][] arguments)
    {
        switch (command)
        {
            case NativeCommand.RPush: _list.AddRange(arguments); break;
            case NativeCommand.LPush: _list.InsertRange(0, Enumerable.Reverse(arguments)); break;
            case NativeCommand.LPop: return Taken(_list.Take(Int(arguments[0])), _ => _list.RemoveAt(0));
            case NativeCommand.RPop: return Taken(Enumerable.Reverse(_list).Take(Int(arguments[0])), _ => _list.RemoveAt(_list.Count - 1));
            case NativeCommand.LRange: return [.. Window(_list, arguments)];
            case NativeCommand.LRem: return [Number(_list.RemoveAll(one => one.AsSpan().SequenceEqual(arguments[1])))];
            case NativeCommand.LTrim:
                byte[][] kept = [.. Window(_list, arguments)];
                return Nothing(() =>
                {
                    _list.Clear();
                    _list.AddRange(kept);
                });
        }

        return [Number(_list.Count)];
    }

    private byte[]?[] RunSortedSet(NativeCommand command, byte[][] arguments)
    {
        List<byte[]> ordered = [.. _scores.Keys];
        ordered.Sort((x, y) => _scores[x].CompareTo(_scores[y]) is not 0 and int byScore ? byScore : x.AsSpan().SequenceCompareTo(y));
        if (command is NativeCommand.ZRevRange or NativeCommand.ZRevRank) ordered.Reverse();
        switch (command)
        {
            case NativeCommand.ZAdd:
                bool isNew = !_scores.ContainsKey(arguments[1]);
                _scores[arguments[1]] = ScoreText.Read(arguments[0]);
                return [Number(isNew)];
            case NativeCommand.ZIncrBy:
                return [ScoreText.Write(_scores[arguments[1]] = Defined(_scores.GetValueOrDefault(arguments[1]) + ScoreText.Read(arguments[0])))];
            case NativeCommand.ZRem: return [Number(_scores.Remove(arguments[0]))];
            case NativeCommand.ZScore: return [_scores.TryGetValue(arguments[0], out double score) ? ScoreText.Write(score) : null];
            case NativeCommand.ZCard: return [Number(_scores.Count)];
            case NativeCommand.ZCount: return [Number(Between(arguments, ordered).Count())];
            case NativeCommand.ZRangeByScore: return Scored(Between(arguments, ordered));
            case NativeCommand.ZRange or NativeCommand.ZRevRange: return Scored(Window(ordered, arguments));
            case NativeCommand.ZRank or NativeCommand.ZRevRank:
                int rank = ordered.FindIndex(one => one.AsSpan().SequenceEqual(arguments[0]));
                return [rank < 0 ? null : Number(rank)];
            default: throw new InvalidOperationException($"{command} is no command that this engine knows.");
        }
    }

    private IEnumerable<byte[]> Between(byte[][] arguments, List<byte[]> ordered)
    {
        double min = ScoreText.Read(arguments[0]), max = ScoreText.Read(arguments[1]);
        return ordered.Where(one => _scores[one] >= min && _scores[one] <= max);
    }

    private byte[]?[] Scored(IEnumerable<byte[]> values) => [.. values.SelectMany(one => new[] { one, ScoreText.Write(_scores[one]) })];

    private static IEnumerable<byte[]> Window(List<byte[]> values, byte[][] arguments)
    {
        long start = From(KeyText.DecodeInt64(arguments[0]), values.Count), stop = From(KeyText.DecodeInt64(arguments[1]), values.Count);
        return start >= values.Count ? [] : values.Skip((int)Math.Max(start, 0)).Take((int)Math.Max(Math.Min(stop, values.Count - 1) - Math.Max(start, 0) + 1, 0));
    }

    private static long From(long index, int count) => index < 0 ? index + count : index;

    private static byte[]?[] Taken(IEnumerable<byte[]> values, Action<byte[]> remove)
    {
        byte[][] taken = [.. values];
        foreach (byte[] one in taken) remove(one);
        return taken;
    }

    private bool SetField(byte[] field, byte[] value)
    {
        bool isNew = !_hash.ContainsKey(field);
        _hash[field] = value;
        return isNew;
    }

    private void Clear()
    {
        _list.Clear();
        _set.Clear();
        _scores.Clear();
        _hash.Clear();
        _counter = 0;
    }

    private static byte[]?[] Nothing(Action action)
    {
        action();
        return [];
    }

    private static long Sum(long counter, long by)
    {
        long sum = unchecked(counter + by);
        return (by < 0) == (sum < counter) || by == 0 ? sum : throw new StoreException("The increment would overflow the counter, and nothing was written.");
    }

    private static double Defined(double score) =>
        double.IsNaN(score) ? throw new StoreException("The score would not be a number, and nothing was written.") : score;

    private static int Int(byte[] text) => (int)KeyText.DecodeInt64(text);

    private static byte[] Number(bool value) => Number(value ? 1 : 0);

    private static byte[] Number(long value) => Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture));
}
