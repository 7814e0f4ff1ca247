using System.Globalization;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.HandWritten;

/// <summary>The keys of the hand-written code: all in one slot of a cluster, as Rom's are.</summary>
internal sealed class HandKeys(string prefix)
{
    private static readonly char[] Separators = [' ', '.', ',', ';', ':', '!', '?'];

    private readonly RedisKey[] _statuses = [.. Enum.GetValues<AccountStatus>().Select(status => (RedisKey)$"{prefix}{{account}}:status:{(int)status}")];

    private readonly string _wordHead = prefix + "{account}:word:";

    public string RowHead { get; } = prefix + "{account}:row:";

    public RedisKey Counter { get; } = prefix + "{account}:id";

    public RedisKey All { get; } = prefix + "{account}:all";

    public RedisKey Emails { get; } = prefix + "{account}:emails";

    public RedisKey ByBalance { get; } = prefix + "{account}:by-balance";

    public RedisKey ByName { get; } = prefix + "{account}:by-name";

    public RedisKey Row(long id) => RowHead + id.ToString(CultureInfo.InvariantCulture);

    public RedisKey Status(AccountStatus status) => _statuses[(int)status];

    public RedisKey Word(string word) => _wordHead + word;

    /// <summary>The distinct words of a text.</summary>
    public static string[] Words(string text)
    {
        string[] words = text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i < words.Length; i++)
        {
            if (Array.IndexOf(words, words[i], 0, i) >= 0) return [.. words.Distinct()];
        }

        return words;
    }
}
