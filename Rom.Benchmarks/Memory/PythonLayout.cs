using System.Globalization;
using System.Text;
using Rom.Benchmarks.HandWritten;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.Memory;

/// <summary>
/// The keys that rom for Python stores for an account with the same indexes, written by plain commands: the row with its record of index entries,
/// a set for each word and status, a sorted set for the balance, one for prefixes of the name, and the unique. It has no index of all keys.
/// </summary>
internal sealed class PythonLayout(IDatabase database)
{
    /// <summary>Prefix scores look at that many bytes.</summary>
    private const int ScoredBytes = 7;

    public Task StoreAsync(long id, AccountData account)
    {
        string key = id.ToString(CultureInfo.InvariantCulture), balance = account.Balance.ToString(CultureInfo.InvariantCulture);
        string status = ((int)account.Status).ToString(CultureInfo.InvariantCulture);
        string[] words = HandKeys.Words(account.Bio);
        IEnumerable<string> tokens = [.. words.Select(word => $"\"Bio:{word}\""), $"\"Status:{status}\""];
        string record = $"[[{string.Join(',', tokens)}],[\"Balance\"],[[\"Name\",\"{account.Name}\"]],{{}},{{}}]";
        List<Task> commands =
        [
            Execute("SET", "Account:id:", key),
            Execute(
                "HSET", $"Account:{key}", "id", key, "Email", account.Email, "Balance", balance, "Bio", account.Bio, "Name", account.Name, "Status", status,
                "-index-data-", record),
            Execute("HSET", "Account:Email:uidx", account.Email, key),
            Execute("ZADD", "Account:Balance:idx", balance, key),
            Execute("ZADD", "Account:Name:pre", Score(account.Name).ToString("R", CultureInfo.InvariantCulture), $"{account.Name}\0{key}"),
            Execute("SADD", $"Account:Status:{status}:idx", key),
        ];
        commands.AddRange(words.Select(word => Execute("SADD", $"Account:Bio:{word}:idx", key)));
        return Task.WhenAll(commands);
    }

    public static string Kind(string key)
    {
        string[] parts = key.Split(':');
        return parts switch
        {
            [_, "id", ""] => "counter",
            [_, _] => "row",
            [_, var column, var last] => $"{column}:{last}",
            [_, var column, .., var last] => $"{column}:…:{last}",
            _ => throw new ArgumentException($"{key} is no key of the layout.", nameof(key)),
        };
    }

    /// <summary>The double whose bits are the first seven bytes to the base of 258, so that scores are in the order of the texts.</summary>
    public static double Score(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long value = 0;
        for (int i = 0; i < ScoredBytes; i++) value = value * 258 + (i < bytes.Length ? bytes[i] + 1 : 0);
        return BitConverter.Int64BitsToDouble(value + (1L << 52));
    }

    private Task<RedisResult> Execute(string command, params object[] arguments) => database.ExecuteAsync(command, arguments, CommandFlags.None);
}
