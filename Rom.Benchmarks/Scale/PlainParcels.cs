using System.Globalization;
using Rom.Benchmarks.Memory;
using StackExchange.Redis;

namespace Rom.Benchmarks.Scale;

/// <summary>
/// Parcels stored by plain commands, with the keys that both others need: those of somebody who writes each query by hand, and those of
/// rom for Python, whose names of keys end in <c>:idx</c>, <c>:pre</c> and <c>:suf</c>.
/// </summary>
internal sealed class PlainParcels(IDatabase database)
{
    public static readonly RedisValue[] Fields = ["id", "Code", "Section", "Weight", "Priority", "Insured", "Sender", "Note", "Fragile", "Place"];

    private static readonly char[] Separators = [' ', ','];

    public IDatabase Database => database;

    public static RedisKey Row(RedisValue id) => $"parcel:{id}";

    public static RedisKey Codes => "parcel:Code:uidx";

    public static RedisKey Weights => "parcel:Weight:idx";

    public static RedisKey Priorities => "parcel:Priority:idx";

    public static RedisKey PrioritiesWithWeights => "parcel:Priority:Weight";

    public static RedisKey Senders => "parcel:Sender";

    public static RedisKey SendersReversed => "parcel:Sender:reversed";

    public static RedisKey ScoredSenders => "parcel:Sender:pre";

    public static RedisKey ScoredSendersReversed => "parcel:Sender:suf";

    public static RedisKey Fragile => "parcel:Fragile:True:idx";

    public static RedisKey Places => "parcel:Place:geo";

    public static RedisKey Section(string section) => $"parcel:Section:{section}:idx";

    public static RedisKey WeightsOf(string section) => $"parcel:Section:{section}:Weight";

    public static RedisKey Word(string word) => $"parcel:Note:{word}:idx";

    /// <summary>Stores a parcel, whose id the caller chose, without waiting.</summary>
    public void Store(long id, Parcel parcel)
    {
        string key = id.ToString(CultureInfo.InvariantCulture);
        string reversed = new([.. parcel.Sender.Reverse()]);
        Send("HSET", Row(key), "id", key, "Code", parcel.Code, "Section", parcel.Section, "Weight", parcel.Weight, "Priority", parcel.Priority, "Sender", parcel.Sender,
            "Note", parcel.Note, "Fragile", parcel.Fragile ? "1" : "0", "Place", $"{parcel.Place.Longitude},{parcel.Place.Latitude}");
        if (parcel.Insured is { } insured) Send("HSET", Row(key), "Insured", insured);
        Send("HSET", Codes, parcel.Code, key);
        Send("SADD", Section(parcel.Section), key);
        Send("ZADD", WeightsOf(parcel.Section), parcel.Weight, key);
        Send("ZADD", Weights, parcel.Weight, key);
        Send("ZADD", Priorities, parcel.Priority, key);
        Send("ZADD", PrioritiesWithWeights, 0, $"{parcel.Priority:D8}:{parcel.Weight:D8}:{key}");
        Send("ZADD", Senders, 0, $"{parcel.Sender}\0{key}");
        Send("ZADD", SendersReversed, 0, $"{reversed}\0{key}");
        Send("ZADD", ScoredSenders, PythonLayout.Score(parcel.Sender).ToString("R", CultureInfo.InvariantCulture), $"{parcel.Sender}\0{key}");
        Send("ZADD", ScoredSendersReversed, PythonLayout.Score(reversed).ToString("R", CultureInfo.InvariantCulture), $"{reversed}\0{key}");
        foreach (string word in parcel.Note.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries)) Send("SADD", Word(word), key);
        if (parcel.Fragile) Send("SADD", Fragile, key);
        Send("GEOADD", Places, parcel.Place.Longitude, parcel.Place.Latitude, key);
    }

    private void Send(string command, params object[] arguments) => database.Execute(command, arguments, CommandFlags.FireAndForget);
}
