using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using Rom.Storage.Redis;
using Rom.Tests.Redis;
using StackExchange.Redis;

namespace Rom.Tests.Properties;

/// <summary>
/// Runs <c>search.lua</c> with its choice between driving by a condition and walking the order, or of a ring, taken away, so that both can be
/// held against the same question on the same data.
/// </summary>
internal sealed class ForcedPlanConnection : PassingConnection
{
    private const string Choice = "local drives = not visits or expected * (needsNoRows(best) and 0.5 or 1.5) < visits";
    private const string RingHoldsWindow = "if count * share < 3 * (skip + take) then break end", RingCostsLess = "if count * 2 < expected then chosen = i end";

    private readonly ConnectionMultiplexer _multiplexer;
    private readonly string _text;
    private readonly byte[] _hash;

    private ForcedPlanConnection(IRedisConnection inner, ConnectionMultiplexer multiplexer, string choice)
        : base(inner)
    {
        _multiplexer = multiplexer;
        Assert.That(RomScript.Search.Text, Does.Contain(Choice).And.Contain(RingHoldsWindow).And.Contain(RingCostsLess), "search.lua chooses in another way now: adapt this text.");
        // The narrowest ring of all, so that most windows need wider ones.
        _text = RomScript.Search.Text.Replace(Choice, choice, StringComparison.Ordinal)
            .Replace(RingHoldsWindow, "", StringComparison.Ordinal).Replace(RingCostsLess, "chosen = i", StringComparison.Ordinal);
        // The server names scripts by SHA-1.
#pragma warning disable CA5350
        _hash = SHA1.HashData(Encoding.UTF8.GetBytes(_text));
#pragma warning restore CA5350
    }

    public static async Task<RomDatabase> OpenAsync(string address, RomOptions options, bool drive)
    {
        RedisConnection inner = await RedisConnection.OpenAsync(address, options, CancellationToken.None);
        ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(address);
        ForcedPlanConnection forced = new(inner, multiplexer, drive ? "local drives = true" : "local drives = not visits");
        await multiplexer.GetDatabase().ExecuteAsync("SCRIPT", "LOAD", forced._text);
        return new RomDatabase(new RedisEngine(forced, options), options);
    }

    public override async Task<RedisValue[]> EvaluateAsync(
        RomScript script, RedisKey[] keys, RedisValue[] arguments, bool mayWrite, CancellationToken cancellationToken) =>
        script == RomScript.Search
            ? (RedisValue[])(await _multiplexer.GetDatabase().ScriptEvaluateAsync(_hash, keys, arguments))!
            : await base.EvaluateAsync(script, keys, arguments, mayWrite, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _multiplexer.CloseAsync();
        await base.DisposeAsync();
    }
}
