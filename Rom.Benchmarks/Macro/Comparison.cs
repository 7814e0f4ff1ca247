using Rom.Benchmarks.HandWritten;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.Macro;

/// <summary>
/// Rom beside hand-written code: the same accounts, on one connection to one server, in alternating batches of one process, so that
/// whatever else the machine does meets both.
/// </summary>
internal sealed class Comparison(IDatabase database, RomStore rom, HandStore hand)
{
    private const int WarmUpRounds = 2;

    private readonly Batch _batch = new(new ServerStatistics(database));
    private int _next = AccountData.Rows;

    public static Comparison Over(IConnectionMultiplexer connection, string prefix)
    {
        IDatabase database = connection.GetDatabase(-1, null);
        return new Comparison(
            database,
            new RomStore(RomDatabase.Over(connection, new RomOptions { KeyPrefix = prefix + "rom:" })),
            new HandStore(new HandAccounts(database, prefix + "hand:")));
    }

    public async Task<Results> RunAsync(int rounds, string only)
    {
        await Console.Error.WriteLineAsync($"Storing {AccountData.Rows} accounts on either side.").ConfigureAwait(false);
        foreach (IAccountStore store in (IAccountStore[])[rom, hand])
        {
            store.Create([.. Enumerable.Range(0, AccountData.Rows).Select(AccountData.Of)]);
            // One caller first: the ids of both sides name the same accounts, whoever of many is faster.
            await Batch.RunAsync(store, Operation.SaveNew.Call, new Load("fill", Callers: 1, AccountData.Rows)).ConfigureAwait(false);
            await store.LoadAsync(Load.All.Max(load => load.Calls)).ConfigureAwait(false);
        }

        await Agreement.CheckAsync(rom, hand).ConfigureAwait(false);
        Results results = new();
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            await Console.Error.WriteLineAsync(round < 0 ? "Warming up." : $"Round {round + 1} of {rounds}.").ConfigureAwait(false);
            foreach (Load load in Load.All)
            {
                AccountData[] accounts = [.. Enumerable.Range(_next, load.Calls).Select(AccountData.Of)];
                _next += load.Calls;
                rom.Create(accounts);
                hand.Create(accounts);
                foreach (Operation operation in Operation.Of(only))
                {
                    (Sample rom, Sample hand) pair = await MeasureBothAsync(operation, load, romFirst: round % 2 == 0).ConfigureAwait(false);
                    if (round >= 0) results.Add(operation, load, pair.rom, pair.hand);
                }
            }
        }

        await Agreement.CheckAsync(rom, hand).ConfigureAwait(false);
        return results;
    }

    private async Task<(Sample Rom, Sample Hand)> MeasureBothAsync(Operation operation, Load load, bool romFirst)
    {
        if (romFirst)
        {
            Sample first = await _batch.MeasureAsync(rom, operation, load).ConfigureAwait(false);
            return (first, await _batch.MeasureAsync(hand, operation, load).ConfigureAwait(false));
        }

        Sample second = await _batch.MeasureAsync(hand, operation, load).ConfigureAwait(false);
        return (await _batch.MeasureAsync(rom, operation, load).ConfigureAwait(false), second);
    }
}
