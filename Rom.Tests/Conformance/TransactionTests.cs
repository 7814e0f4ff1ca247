using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Work that is committed only if all that it read is still so, and run again when it is not.</summary>
public sealed class TransactionTests(EngineKind kind) : RaceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
        [.. base.VerifiedModels, Metadata<BankAccount, long, BankAccount.Columns>(), Metadata<PoolAddress, long, PoolAddress.Columns>()];

    [Test]
    public async Task Five_workers_each_take_a_first_free_address_and_none_is_left()
    {
        for (int round = 0; round < 5; round++)
        {
            PoolAddress[] pool = [.. Enumerable.Range(0, 5).Select(number => new PoolAddress { Number = number })];
            await Db.SaveAllAsync(pool);
            RomException?[] errors = await Race.RunAsync(5, worker => Client(worker).TransactionAsync(async (tx, ct) =>
            {
                PoolAddress address = await PoolAddress.Query(tx).Where(a => a.Allocated == false).OrderBy(a => a.Number).FirstOrDefaultAsync(ct) ?? throw new InvalidOperationException("No free address.");
                (address.Allocated, address.Holder) = (true, $"worker {worker}");
            }, maxAttempts: 100));
            Assert.That(errors, Is.All.Null);
            List<PoolAddress> stored = await PoolAddress.GetAsync(Db, pool.Select(address => address.Id));
            Assert.That(stored.Select(address => address.Holder), Is.EquivalentTo(Enumerable.Range(0, 5).Select(worker => $"worker {worker}")));
            await Db.DeleteAllAsync(stored);
        }
    }

    [Test]
    public async Task Concurrent_transfers_conserve_money()
    {
        const int accounts = 4, runners = 6, transfers = 15;
        BankAccount[] bank = [.. Enumerable.Range(0, accounts).Select(i => new BankAccount { Owner = $"{i}", Balance = 100.25m })];
        await Db.SaveAllAsync(bank);
        RomException?[] errors = await Race.RunAsync(runners, async runner =>
        {
            Random random = new(runner);
            for (int i = 0; i < transfers; i++)
            {
                long from = bank[random.Next(accounts)].Id, to = bank[random.Next(accounts)].Id;
                decimal amount = random.Next(1, 5000) / 100m;
                await Client(runner).TransactionAsync(async (tx, ct) =>
                {
                    BankAccount source = (await BankAccount.GetAsync(tx, from, ct))!, target = (await BankAccount.GetAsync(tx, to, ct))!;
                    if (source.Balance < amount) return;
                    source.Balance -= amount;
                    target.Balance += amount;
                }, maxAttempts: 1_000);
            }
        });
        Assert.That(errors, Is.All.Null);
        List<BankAccount> stored = await BankAccount.GetAsync(Db, bank.Select(account => account.Id));
        Assert.That(stored.Sum(account => account.Balance), Is.EqualTo(accounts * 100.25m));
        Assert.That(stored, Is.All.Matches<BankAccount>(account => account.Balance >= 0));
    }

    [Test]
    public async Task A_row_that_was_only_read_is_verified()
    {
        (BankAccount read, BankAccount written) = (await StoredAsync(1), await StoredAsync(2));
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            BankAccount source = (await BankAccount.GetAsync(tx, read.Id, ct))!;
            BankAccount target = (await BankAccount.GetAsync(tx, written.Id, ct))!;
            if (++runs == 1) await ChangeAsync(read, 50);
            target.Points = (long)source.Balance;
        });
        Assert.That((runs, (await BankAccount.GetAsync(Other, written.Id))!.Points), Is.EqualTo((2, 50)));
    }

    [TestCase("RefreshAsync")]
    [TestCase("RefreshAllAsync")]
    [TestCase("Add")]
    public async Task A_row_of_an_entity_from_elsewhere_is_verified_once_it_takes_part(string way)
    {
        (BankAccount read, BankAccount written) = (await StoredAsync(1), await StoredAsync(2));
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            if (way != "RefreshAsync") tx.Add(read);
            if (way == "RefreshAllAsync") await tx.RefreshAllAsync(ct);
            else if (way == "RefreshAsync" || runs > 1) await tx.RefreshAsync(read, ct);
            BankAccount target = (await BankAccount.GetAsync(tx, written.Id, ct))!;
            if (runs == 1) await ChangeAsync(read, 50);
            target.Points = (long)read.Balance;
        });
        Assert.That((runs, (await BankAccount.GetAsync(Other, written.Id))!.Points), Is.EqualTo((2, 50)));
    }

    [Test]
    public async Task A_row_that_was_read_and_then_refreshed_is_verified_as_it_was_first_seen()
    {
        (BankAccount source, BankAccount written) = (await StoredAsync(1), await StoredAsync(2));
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            BankAccount read = (await BankAccount.GetAsync(tx, source.Id, ct))!, target = (await BankAccount.GetAsync(tx, written.Id, ct))!;
            target.Points = (long)read.Balance;
            if (++runs == 1) await ChangeAsync(source, 50);
            await tx.RefreshAsync(read, ct);
        });
        Assert.That((runs, (await BankAccount.GetAsync(Other, written.Id))!.Points), Is.EqualTo((2, 50)));
    }

    [Test]
    public async Task An_entity_that_was_overtaken_before_it_was_added_is_a_conflict_and_one_just_saved_is_none()
    {
        (BankAccount stale, Person fresh) = (await StoredAsync(1), Full("fresh@b"));
        await fresh.SaveAsync(Db);
        await ChangeAsync(stale, 50);
        int runs = 0;
        TransactionConflictException error = Assert.ThrowsAsync<TransactionConflictException>(() => Db.TransactionAsync((tx, ct) =>
        {
            runs++;
            tx.Add(stale);
            tx.Add(new Page { Slug = "s" });
            return Task.CompletedTask;
        }, maxAttempts: 2))!;
        Assert.That((runs, error.Key, await Page.Query(Other).CountAsync()), Is.EqualTo((2, $"{stale.Id}", 0)));

        runs = 0;
        for (int age = 40; age < 43; age++)
        {
            await Db.TransactionAsync((tx, ct) =>
            {
                runs++;
                tx.Add(fresh);
                tx.Add(new Page { Slug = $"{fresh.Age}" });
                return Task.CompletedTask;
            });
            fresh.Age = age;
            await fresh.SaveAsync(Db);
        }

        Assert.That((runs, await Page.Query(Other).CountAsync()), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task What_was_found_free_may_be_taken_at_once()
    {
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            if (await Page.GetAsync(tx, "slug", ct) is null && await Page.GetByAliasAsync(tx, "x", ct) is null)
                await new Page { Slug = "slug", Alias = "x" }.SaveAsync(tx, cancellationToken: ct);
            tx.Add(new Page { Slug = "other" });
        });
        Assert.That((runs, await Page.Query(Other).CountAsync()), Is.EqualTo((1, 2)));

        runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            bool isFree = await Page.GetByAliasAsync(tx, "y", ct) is null;
            await new Page { Slug = $"at once {runs}", Alias = "z" + runs }.SaveAsync(tx, cancellationToken: ct);
            if (++runs == 1) await new Page { Slug = "late", Alias = "y" }.SaveAsync(Other, cancellationToken: ct);
            tx.Add(new Page { Slug = isFree ? "free" : "taken" });
        });
        Assert.That((runs, await Page.GetAsync(Other, "free"), (await Page.GetAsync(Other, "taken"))?.Slug), Is.EqualTo((2, (Page?)null, "taken")), "another value than it took");
    }

    private static readonly Dictionary<string, Func<RomTransaction, Ticket, Task>> WritesAtOnce = new()
    {
        ["insert"] = (tx, _) => new Ticket { Priority = 7 }.SaveAsync(tx),
        ["update"] = (tx, ticket) =>
        {
            ticket.Priority = 8;
            return ticket.SaveAsync(tx);
        },
        ["overwrite"] = (tx, ticket) => ticket.SaveAsync(tx, SaveMode.Force),
        ["delete"] = (tx, ticket) => ticket.DeleteAsync(tx),
        ["patch"] = (tx, ticket) => Ticket.PatchAsync(tx, ticket.Id, t => t.Priority.Set(8)),
        ["update if"] = (tx, ticket) => Ticket.UpdateIfAsync(tx, ticket.Id, t => t.Priority == 7, t => t.Priority.Set(8)),
    };

    public static IEnumerable<string> WaysAtOnce => WritesAtOnce.Keys;

    [TestCaseSource(nameof(WaysAtOnce))]
    public async Task A_write_at_once_that_would_contradict_a_verified_number_is_refused(string way)
    {
        Ticket ticket = new() { Priority = 7 };
        await ticket.SaveAsync(Db);
        int runs = 0;
        InvalidOperationException error = Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            await tx.CountVerifiedAsync(Ticket.Query(tx).Where(t => t.Priority == 7), ct);
            await new Page { Slug = "of another model" }.SaveAsync(tx, cancellationToken: ct);
            await WritesAtOnce[way](tx, ticket);
        }))!;
        Assert.That(error.Message, Does.Contain("Ticket").And.Contain("nothing was written"));
        Assert.That((runs, (await Ticket.Query(Other).ToListAsync()).Single().Priority, await Page.Query(Other).CountAsync()), Is.EqualTo((1, 7, 1)));
    }

    [Test]
    public async Task A_row_or_value_that_was_not_found_must_still_be_missing()
    {
        int runs = 0;
        await Db.TransactionAsync(async (tx, ct) =>
        {
            if (await Page.GetAsync(tx, "slug", ct) is { } page) page.Views++;
            else tx.Add(new Page { Slug = "slug" });
            if (++runs == 1) await new Page { Slug = "slug", Views = 6 }.SaveAsync(Other, cancellationToken: ct);
        });
        Assert.That((runs, (await Page.GetAsync(Other, "slug"))!.Views), Is.EqualTo((2, 7)));

        runs = 0;
        Page writer = new() { Slug = "writer" };
        await writer.SaveAsync(Db);
        await Db.TransactionAsync(async (tx, ct) =>
        {
            Page target = (await Page.GetAsync(tx, "writer", ct))!;
            target.Title = await Page.GetByAliasAsync(tx, "x", ct) is null ? "free" : "taken";
            if (++runs == 1) await new Page { Slug = "other", Alias = "x" }.SaveAsync(Other, cancellationToken: ct);
        });
        Assert.That((runs, (await Page.GetAsync(Other, "writer"))!.Title), Is.EqualTo((2, "taken")));
    }

    [Test]
    public async Task A_verified_count_admits_no_phantom()
    {
        const int runners = 6, most = 3;
        RomException?[] errors = await Race.RunAsync(runners, runner => Client(runner).TransactionAsync(async (tx, ct) =>
        {
            if (await tx.CountVerifiedAsync(Ticket.Query(tx).Where(t => t.Priority == 7), ct) < most) tx.Add(new Ticket { Priority = 7 });
        }, maxAttempts: 1_000));
        Assert.That(errors, Is.All.Null);
        Assert.That(await Ticket.Query(Db).CountAsync(), Is.EqualTo(most));
    }

    [Test]
    public async Task A_verified_result_is_read_again_when_a_row_of_it_came_went_or_changed()
    {
        await Db.SaveAllAsync([new Device { Room = "a", Name = "1" }, new Device { Room = "a", Name = "2" }, new Device { Room = "b" }]);
        int runs = 0;
        int seen = await Db.TransactionAsync(async (tx, ct) =>
        {
            List<Device> devices = await tx.ListVerifiedAsync(Device.Query(tx).Where(d => d.Room == "a"), ct);
            if (++runs == 1) await new Device { Room = "a" }.SaveAsync(Other, cancellationToken: ct);
            else if (runs == 2) await (await Device.Query(Other).Where(d => d.Name == "1").FirstOrDefaultAsync(ct))!.DeleteAsync(Other, ct);
            else if (runs == 3)
            {
                Device changed = (await Device.Query(Other).Where(d => d.Name == "2").FirstOrDefaultAsync(ct))!;
                changed.Serial = "new";
                await changed.SaveAsync(Other, cancellationToken: ct);
            }

            return devices.Count;
        });
        Assert.That((runs, seen), Is.EqualTo((4, 2)));
        long all = await Db.TransactionAsync((tx, ct) => tx.CountVerifiedAsync(Device.Query(tx), ct));
        Assert.That(all, Is.EqualTo(3));
        Assert.ThrowsAsync<QueryException>(() => Db.TransactionAsync((tx, ct) => tx.CountVerifiedAsync(Device.Query(tx).Where(d => d.Room != "a"), ct)));
        Assert.ThrowsAsync<QueryException>(() => Db.TransactionAsync((tx, ct) => tx.ListVerifiedAsync(Device.Query(tx).Take(1), ct)));
    }

    [Test]
    public async Task A_transaction_that_is_too_large_is_told_to_read_and_write_fewer_rows()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 4).Select(i => new Ticket { Priority = i }));
        RomDatabase small = new(Db.Engine, new RomOptions { MaxRowsPerCommit = 4, KeyPrefix = Prefix });
        int runs = 0;
        RomException error = Assert.ThrowsAsync<RomException>(() => small.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            (await Ticket.Query(tx).ToListAsync(ct))[0].Priority = 9;
        }))!;
        Assert.That(error.Message, Does.Contain("Rows to write: 1; reads to verify: 4").And.Contain("nothing was written").And.Contain("raise RomOptions.MaxRowsPerCommit").And.Not.Contain("Split"));
        error = Assert.ThrowsAsync<RomException>(() => small.TransactionAsync((tx, _) =>
        {
            for (int i = 0; i < 5; i++) tx.Add(new Ticket());
            return Task.CompletedTask;
        }))!;
        Assert.That(error.Message, Does.Contain("Rows to write: 5; reads to verify: 0").And.Not.Contain("Split"));
        Assert.That((runs, await Ticket.Query(Other).Where(t => t.Priority == 9).CountAsync(), await Ticket.Query(Other).CountAsync()), Is.EqualTo((1, 0, 4)));
    }

    [Test]
    public async Task Attempts_are_bounded_and_the_end_says_so()
    {
        BankAccount account = await StoredAsync(1);
        int runs = 0;
        TransactionConflictException error = Assert.ThrowsAsync<TransactionConflictException>(() => Db.TransactionAsync(async (tx, ct) =>
        {
            BankAccount read = (await BankAccount.GetAsync(tx, account.Id, ct))!;
            read.Points = ++runs;
            await ChangeAsync(account, 100 + runs);
        }, maxAttempts: 3))!;
        Assert.That((runs, error.Attempts, error.Key), Is.EqualTo((3, 3, $"{account.Id}")));
        Assert.That(error.InnerException, Is.InstanceOf<ConflictException>());
        Assert.That((await BankAccount.GetAsync(Other, account.Id))!.Points, Is.Zero);
    }

    [Test]
    public async Task What_another_run_would_not_mend_is_thrown_at_once()
    {
        await new Page { Slug = "a", Alias = "x" }.SaveAsync(Db);
        int runs = 0;
        Assert.ThrowsAsync<UniqueViolationException>(() => Db.TransactionAsync((tx, ct) =>
        {
            runs++;
            tx.Add(new Page { Slug = "b", Alias = "x" });
            return Task.CompletedTask;
        }));
        Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync((tx, ct) =>
        {
            runs++;
            tx.Add(new Page { Slug = "c" });
            throw new InvalidOperationException("the work's own");
        }));
        Assert.That((runs, await Page.Query(Other).CountAsync()), Is.EqualTo((2, 1)));
        Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync((tx, ct) => tx.CommitAsync(ct)));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        Assert.That(() => Db.TransactionAsync((tx, ct) => Task.CompletedTask, cancellationToken: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("in the pause")]
    [TestCase("in the work, which hands the token on")]
    [TestCase("in the work, which does not")]
    public async Task One_that_is_cancelled_while_it_runs_writes_nothing_and_is_not_run_again(string when)
    {
        BankAccount account = await StoredAsync(1);
        using CancellationTokenSource source = new();
        RomDatabase db = new(when == "in the pause" ? new CancellingEngine(Db.Engine, commits: 1, source) : Db.Engine, Db.Options);
        int runs = 0;
        OperationCanceledException error = Assert.CatchAsync<OperationCanceledException>(() => db.TransactionAsync(async (tx, ct) =>
        {
            runs++;
            (await BankAccount.GetAsync(tx, account.Id, ct))!.Points = 7;
            tx.Add(new Page { Slug = "s" });
            if (when == "in the pause") await ChangeAsync(account, 50 + runs);
            else await source.CancelAsync();
            if (when == "in the work, which hands the token on") await Page.GetAsync(tx, "s", ct);
        }, cancellationToken: source.Token))!;
        Assert.That((error.CancellationToken, runs), Is.EqualTo((source.Token, 1)));
        Assert.That(((await BankAccount.GetAsync(Other, account.Id))!.Points, await Page.Query(Other).CountAsync()), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public async Task A_transaction_commits_in_one_round_trip_and_one_without_reads_or_writes_in_none()
    {
        BankAccount account = await StoredAsync(1);
        long before = Db.RoundTrips;
        await Db.TransactionAsync((tx, ct) => Task.CompletedTask);
        Assert.That(Db.RoundTrips, Is.EqualTo(before));
        await Db.TransactionAsync(async (tx, ct) => (await BankAccount.GetAsync(tx, account.Id, ct))!.Points = 5);
        Assert.That(Db.RoundTrips - before, Is.EqualTo(2));
        Assert.That((await BankAccount.GetAsync(Other, account.Id))!.Points, Is.EqualTo(5));
    }

    private async Task<BankAccount> StoredAsync(decimal balance)
    {
        BankAccount account = new() { Owner = "o", Balance = balance };
        await account.SaveAsync(Db);
        return account;
    }

    private async Task ChangeAsync(BankAccount account, decimal balance)
    {
        BankAccount changed = (await BankAccount.GetAsync(Other, account.Id))!;
        changed.Balance = balance;
        await changed.SaveAsync(Other);
    }
}
