using System.Diagnostics;
using System.Globalization;
using Rom.Tests.TestModels;

namespace Rom.Tests.Histories;

/// <summary>
/// A process that commits random units of work until it is killed. Each unit does three things that belong together: it stores a page of the unit's number,
/// sets the client's own account to that number, and changes rows that other clients change too. What was acknowledged is appended to a file.
/// </summary>
internal sealed class HistoryClient(RomDatabase db, string name, int seed, StreamWriter acknowledged)
{
    public const string Command = "history-client";
    public const int People = 12, Purses = 6;

    private readonly Random _random = new(seed);

    /// <summary>Starts one as a process.</summary>
    public static Process Start(string address, string name, int seed, string file) => Process.Start(new ProcessStartInfo(
        Infrastructure.Command.Dotnet, [typeof(HistoryClient).Assembly.Location, Command, address, name, seed.ToString(CultureInfo.InvariantCulture), file]))!;

    /// <summary>The main program of that process.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        (string address, string name, int seed) = (arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        RomOptions options = new() { CommitReceipts = true, CommandTimeout = TimeSpan.FromSeconds(2) };
        await using StreamWriter acknowledged = new(new FileStream(arguments[3], FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        RomDatabase db = await UntilAnsweredAsync(() => RomDatabase.ConnectAsync(address, options));
        await new HistoryClient(db, name, seed, acknowledged).RunAsync();
        return 0;
    }

    private async Task RunAsync()
    {
        BankAccount own = new() { Owner = name };
        await WriteAsync(() => own.SaveAsync(db));
        if (own.Id == 0) own = (await UntilAnsweredAsync(() => BankAccount.Query(db).Where(account => account.Points == 0).ToListAsync())).First(account => account.Owner == name);
        for (int number = 1; ; number++)
        {
            bool written = false;
            while (!written) written = await WriteAsync(() => UnitAsync(own.Id, number));
            await acknowledged.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>One unit, with what it reads.</summary>
    private Task UnitAsync(long own, int number) => db.TransactionAsync(async (tx, ct) =>
    {
        (await BankAccount.GetAsync(tx, own, ct))!.Points = number;
        tx.Add(new Page { Slug = $"{name}.{number}", Views = number, Text = $"word{number % 7} text", Alias = number % 2 == 0 ? $"{name}:{number}" : null });
        tx.Add(new BlogPost { Title = $"{name}.{number}" });
        if (await Person.GetAsync(tx, _random.NextInt64(1, People + 1), ct) is { } person)
            (person.Age, person.Bio, person.Passport, person.City) = (_random.Next(100), $"bio{_random.Next(5)} of {name}", _random.Next(3) == 0 ? null : _random.Next(People), $"{number}");
        List<BankAccount> purses = await BankAccount.GetAsync(tx, [_random.NextInt64(1, Purses + 1), _random.NextInt64(1, Purses + 1)], ct);
        decimal amount = _random.Next(1, 1000) / 100m;
        purses[0].Balance -= amount;
        purses[^1].Balance += amount;
        if (number > 3 && _random.Next(3) == 0 && await Page.GetAsync(tx, $"{name}.{number - 2}", ct) is { } page) page.Title = "seen again";
    }, maxAttempts: 1000);

    /// <summary>Whether a write has happened: also when its answer was lost, which the receipt then tells.</summary>
    private static async Task<bool> WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (CommitOutcomeUnknownException unknown)
        {
            return await UntilAnsweredAsync(() => unknown.WasCommittedAsync());
        }
        catch (RomException e) when (e is StoreException or ConflictException)
        {
            // Refused, or not sent: nothing was written.
            return false;
        }
    }

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (StoreException)
            {
                await Task.Delay(20);
            }
        }
    }
}
