using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace Rom.Benchmarks.HandWritten;

/// <summary>
/// The measured entity's store as a careful person writes it by hand for this one model: the layout and the atomicity of Rom, without
/// anything that another model might need.
/// </summary>
internal sealed class HandAccounts(IDatabase database, string prefix)
{
    private const CommandFlags Write = CommandFlags.DemandMaster, Read = CommandFlags.None;

    private static readonly HandScript Insert = new("insert"), SetBalance = new("set-balance"), Delete = new("delete"), ByEmail = new("by-email"),
        Range = new("range"), Words = new("words");

    private readonly HandKeys _keys = new(prefix);

    /// <summary>Stores a new account and gives it its id.</summary>
    public async Task InsertAsync(HandAccount account)
    {
        string[] words = HandKeys.Words(account.Bio);
        RedisKey[] keys = new RedisKey[6 + words.Length];
        (keys[0], keys[1], keys[2], keys[3], keys[4]) = (_keys.Counter, _keys.All, _keys.Emails, _keys.ByBalance, _keys.ByName);
        keys[5] = _keys.Status(account.Status);
        for (int i = 0; i < words.Length; i++) keys[6 + i] = _keys.Word(words[i]);
        RedisValue[] arguments =
        [
            _keys.RowHead, account.Email, Text(account.Balance), account.Bio, account.Name, (int)account.Status, BalanceOrder.Head(account.Balance),
        ];
        RedisResult id = await Insert.EvaluateAsync(database, keys, arguments, Write).ConfigureAwait(false);
        if (id.IsNull) throw new InvalidOperationException("Another account has the e-mail.");
        account.Id = (long)id;
    }

    /// <summary>Stores another balance, if the one that was read is still stored.</summary>
    public async Task SetBalanceAsync(HandAccount account, decimal balance)
    {
        RedisResult status = await SetBalance.EvaluateAsync(
            database,
            [_keys.Row(account.Id), _keys.ByBalance],
            [Text(account.Balance), Text(balance), BalanceOrder.Member(account.Balance, account.Id), BalanceOrder.Member(balance, account.Id)],
            Write).ConfigureAwait(false);
        if ((int)status != 0) throw new InvalidOperationException((int)status == 1 ? "The account is gone." : "Another writer changed the balance.");
        account.Balance = balance;
    }

    public async Task<HandAccount?> GetAsync(long id) =>
        HandAccount.Read(await database.HashGetAsync(_keys.Row(id), HandAccount.Fields, Read).ConfigureAwait(false));

    public async Task<HandAccount?> GetByEmailAsync(string email)
    {
        RedisResult row = await ByEmail.EvaluateAsync(database, [_keys.Emails], [email, _keys.RowHead], Read).ConfigureAwait(false);
        return row.IsNull ? null : HandAccount.Read((RedisValue[])row);
    }

    /// <summary>The accounts of the lowest balances that are not below one.</summary>
    public Task<List<HandAccount>> FromBalanceAsync(decimal balance, int count) =>
        RangeAsync(_keys.ByBalance, (byte[])[(byte)'[', .. BalanceOrder.Head(balance)], "+", count, "^.[^ ~]*[ ~]()");

    /// <summary>The accounts whose name begins with a prefix, in the order of the names.</summary>
    public Task<List<HandAccount>> NamedAsync(string prefix)
    {
        // No UTF-8 holds the byte FF.
        byte[] high = [(byte)'(', .. Encoding.UTF8.GetBytes(prefix), 0xFF];
        return RangeAsync(_keys.ByName, "[" + prefix, high, -1, "^[^%z]*%z()");
    }

    /// <summary>The accounts that have every word of a text.</summary>
    public async Task<List<HandAccount>> WithWordsAsync(string text)
    {
        RedisKey[] keys = Array.ConvertAll(HandKeys.Words(text), _keys.Word);
        return ReadAll(await Words.EvaluateAsync(database, keys, [_keys.RowHead], Read).ConfigureAwait(false));
    }

    /// <summary>Deletes an account with its entries, whoever changed it meanwhile.</summary>
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> DeleteAsync(HandAccount account)
    {
        while (true)
        {
            string[] words = HandKeys.Words(account.Bio);
            RedisKey[] keys = new RedisKey[6 + words.Length];
            (keys[0], keys[1], keys[2], keys[3], keys[4]) = (_keys.Row(account.Id), _keys.All, _keys.Emails, _keys.ByBalance, _keys.ByName);
            keys[5] = _keys.Status(account.Status);
            for (int i = 0; i < words.Length; i++) keys[6 + i] = _keys.Word(words[i]);
            RedisValue[] arguments =
            [
                account.Id, account.Email, Text(account.Balance), account.Bio, account.Name, (int)account.Status,
                BalanceOrder.Member(account.Balance, account.Id),
            ];
            int status = (int)await Delete.EvaluateAsync(database, keys, arguments, Write).ConfigureAwait(false);
            if (status != 2) return status == 0;
            if (await GetAsync(account.Id).ConfigureAwait(false) is not { } present) return false;
            account = present;
        }
    }

    private async Task<List<HandAccount>> RangeAsync(RedisKey index, RedisValue low, RedisValue high, int count, string key) =>
        ReadAll(await Range.EvaluateAsync(database, [index], [_keys.RowHead, low, high, count, key], Read).ConfigureAwait(false));

    /// <summary>Rows come as one flat array.</summary>
    private static List<HandAccount> ReadAll(RedisResult result)
    {
        RedisValue[] fields = (RedisValue[])result;
        List<HandAccount> accounts = new(fields.Length / HandAccount.Fields.Length);
        for (int i = 0; i < fields.Length; i += HandAccount.Fields.Length)
        {
            if (HandAccount.Read(fields, i) is { } account) accounts.Add(account);
        }

        return accounts;
    }

    /// <summary>The stored text of a balance: the client would send a double.</summary>
    private static RedisValue Text(decimal balance) => balance.ToString(CultureInfo.InvariantCulture);
}
