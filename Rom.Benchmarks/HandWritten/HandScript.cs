using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Rom.Benchmarks.HandWritten;

/// <summary>A script of the hand-written code: sent by its hash, and by its text when the server does not know it.</summary>
internal sealed class HandScript
{
    private readonly string _text;
    private readonly byte[] _hash;

    public HandScript(string name)
    {
        using Stream stream = typeof(HandScript).Assembly.GetManifestResourceStream($"HandWritten.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using StreamReader reader = new(stream);
        _text = reader.ReadToEnd();
        // The server names scripts by SHA-1; nothing here is a matter of security.
#pragma warning disable CA5350
        _hash = SHA1.HashData(Encoding.UTF8.GetBytes(_text));
#pragma warning restore CA5350
    }

    public async Task<RedisResult> EvaluateAsync(IDatabase database, RedisKey[] keys, RedisValue[] arguments, CommandFlags flags)
    {
        try
        {
            return await database.ScriptEvaluateAsync(_hash, keys, arguments, flags).ConfigureAwait(false);
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(_text, keys, arguments, flags).ConfigureAwait(false);
        }
    }
}
