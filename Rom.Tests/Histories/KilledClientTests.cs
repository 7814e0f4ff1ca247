using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using Rom.Tests.Properties;
using Rom.Tests.Redis;
using Rom.Tests.TestModels;

namespace Rom.Tests.Histories;

/// <summary>Client processes that are killed between any two of their steps, and a server that is killed and reads its append-only file.</summary>
public sealed class KilledClientTests
{
    private const int Clients = 3, Kills = 6, ServerKills = 2;
    private const decimal Money = 100m;

    [Test]
    public async Task Whatever_is_killed_units_are_whole_and_what_was_acknowledged_is_there()
    {
        Random random = PropertyRun.Random(6006);
        string folder = Directory.CreateTempSubdirectory("rom-history").FullName;
        await using PrivateServer server = await PrivateServer.StartAsync(appendOnly: true);
        for (int i = 0; i < HistoryClient.People; i++) await new Person { Email = $"{i}@b", Age = i, Bio = "bio text" }.SaveAsync(server.Db);
        for (int i = 0; i < HistoryClient.Purses; i++) await new BankAccount { Owner = $"purse {i}", Balance = Money, Points = -1 }.SaveAsync(server.Db);

        List<(Process Process, string Name)> running = [];
        List<string> names = [];
        try
        {
            for (int i = 0; i < Clients; i++) Start();
            for (int kill = 0; kill < Kills; kill++)
            {
                // Each has something acknowledged before any is killed, and the server with them all at work.
                foreach ((_, string name) in running) await PrivateServer.UntilAsync(() => Task.FromResult(Acknowledged(folder, name) > 2 + kill));
                await Task.Delay(random.Next(60));
                (Process process, string Name) victim = running[random.Next(running.Count)];
                running.Remove(victim);
                await KillAsync(victim.process);
                Start();
                if (kill % (Kills / ServerKills) != 0) continue;
                await server.Server.KillAsync();
                await server.Server.RestartAsync();
                await server.UntilConnectedAsync();
            }
        }
        finally
        {
            foreach ((Process process, _) in running) await KillAsync(process);
        }

        await server.Server.RestartAsync();
        await server.UntilConnectedAsync();
        await CheckAsync(server, names.ConvertAll(name => (name, Acknowledged(folder, name))));
        Directory.Delete(folder, recursive: true);

        void Start()
        {
            string name = $"client{names.Count}";
            names.Add(name);
            running.Add((HistoryClient.Start(server.Server.Address, name, random.Next(), Path.Combine(folder, name)), name));
        }
    }

    private static async Task CheckAsync(PrivateServer server, List<(string Name, int Acknowledged)> clients)
    {
        await server.VerifyAsync();
        foreach (VerifyReport report in new[]
        {
            await server.Db.VerifyAsync<Person>(), await server.Db.VerifyAsync<Page>(), await server.Db.VerifyAsync<BlogPost>(), await server.Db.VerifyAsync<BankAccount>(),
        })
        {
            Assert.That(report.IsClean, Is.True, report.ToString());
        }

        List<BankAccount> accounts = await BankAccount.Query(server.Db).ToListAsync();
        List<Page> pages = await Page.Query(server.Db).ToListAsync();
        List<BlogPost> posts = await BlogPost.Query(server.Db).ToListAsync();
        int all = 0;
        foreach ((string name, int acknowledged) in clients)
        {
            BankAccount[] own = [.. accounts.Where(account => account.Owner == name)];
            long last = own.Length == 0 ? 0 : own.Single().Points;
            Assert.That(last, Is.InRange(acknowledged, acknowledged + 1), $"{name}: what was acknowledged, and at most the one that was under way");
            IEnumerable<string> slugs = Enumerable.Range(1, (int)last).Select(number => $"{name}.{number}");
            Assert.That(pages.Select(page => page.Slug).Where(slug => slug.StartsWith($"{name}.", StringComparison.Ordinal)), Is.EquivalentTo(slugs), "a page of each unit");
            Assert.That(posts.Select(post => post.Title).Where(title => title.StartsWith($"{name}.", StringComparison.Ordinal)), Is.EquivalentTo(slugs), "a post of each, once");
            all += acknowledged;
        }

        Assert.That(accounts.Sum(account => account.Balance), Is.EqualTo(HistoryClient.Purses * Money), "money is moved, never made or lost");
        Assert.That(clients, Has.Count.EqualTo(Clients + Kills));
        Assert.That(all, Is.GreaterThan(Kills), "the clients did something");
    }

    /// <summary>The last number that a client wrote down.</summary>
    private static int Acknowledged(string folder, string name)
    {
        string file = Path.Combine(folder, name);
        if (!File.Exists(file)) return 0;
        using StreamReader lines = new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string[] whole = lines.ReadToEnd().Split('\n')[..^1];
        return whole.Length == 0 ? 0 : int.Parse(whole[^1], CultureInfo.InvariantCulture);
    }

    private static async Task KillAsync(Process process)
    {
        bool worked = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Assert.That(worked, "it was at work until it was killed");
    }
}
