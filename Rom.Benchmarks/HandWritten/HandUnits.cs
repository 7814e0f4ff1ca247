using System.Globalization;
using StackExchange.Redis;

namespace Rom.Benchmarks.HandWritten;

/// <summary>Several accounts at once by hand: one script for all of them, with the checks before the writes.</summary>
internal sealed class HandUnits(IDatabase database, string prefix)
{
    private static readonly HandScript Insert = new("insert-many"), SetBalances = new("set-balances");

    private readonly HandKeys _keys = new(prefix);

    /// <summary>Stores new accounts and gives them their ids, all or none.</summary>
    public async Task InsertAsync(ArraySegment<HandAccount> accounts)
    {
        List<RedisKey> keys = [_keys.Counter, _keys.All, _keys.Emails, _keys.ByBalance, _keys.ByName];
        List<RedisValue> arguments = new(1 + 7 * accounts.Count) { _keys.RowHead };
        foreach (HandAccount account in accounts)
        {
            string[] words = HandKeys.Words(account.Bio);
            keys.Add(_keys.Status(account.Status));
            foreach (string word in words) keys.Add(_keys.Word(word));
            arguments.Add(1 + words.Length);
            arguments.Add(account.Email);
            arguments.Add(Text(account.Balance));
            arguments.Add(account.Bio);
            arguments.Add(account.Name);
            arguments.Add((int)account.Status);
            arguments.Add(BalanceOrder.Head(account.Balance));
        }

        RedisResult reply = await Insert.EvaluateAsync(database, [.. keys], [.. arguments], CommandFlags.DemandMaster).ConfigureAwait(false);
        if (reply.IsNull) throw new InvalidOperationException("Another account has an e-mail.");
        RedisValue[] ids = (RedisValue[])reply!;
        for (int i = 0; i < ids.Length; i++) accounts[i].Id = (long)ids[i];
    }

    /// <summary>Adds to balances, if those that were read are still stored.</summary>
    public async Task AddAsync(ArraySegment<HandAccount> accounts, decimal amount)
    {
        RedisKey[] keys = new RedisKey[1 + accounts.Count];
        RedisValue[] arguments = new RedisValue[4 * accounts.Count];
        keys[0] = _keys.ByBalance;
        for (int i = 0; i < accounts.Count; i++)
        {
            HandAccount account = accounts[i];
            decimal balance = account.Balance + amount;
            keys[1 + i] = _keys.Row(account.Id);
            (arguments[4 * i], arguments[4 * i + 1]) = (Text(account.Balance), Text(balance));
            (arguments[4 * i + 2], arguments[4 * i + 3]) = (BalanceOrder.Member(account.Balance, account.Id), BalanceOrder.Member(balance, account.Id));
        }

        int status = (int)await SetBalances.EvaluateAsync(database, keys, arguments, CommandFlags.DemandMaster).ConfigureAwait(false);
        if (status != 0) throw new InvalidOperationException("A row is missing, or another writer was faster.");
        foreach (HandAccount account in accounts) account.Balance += amount;
    }

    private static RedisValue Text(decimal balance) => balance.ToString(CultureInfo.InvariantCulture);
}
