using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What is right is found right on both engines, also while others write; the tests of damage are each engine's own.</summary>
public sealed class VerifyTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Writers = 4;

    private ModelMetadata[] _verified = [];

    protected override ModelMetadata[] VerifiedModels => _verified;

    [Test]
    public async Task An_empty_database_has_nothing_wrong()
    {
        VerifyReport report = await Db.VerifyAsync<Contact>();
        Assert.That((report.IsClean, report.Rows, report.Entries, report.FindingCount), Is.EqualTo((true, 0L, 0L, 0L)));
        Assert.That(report.ToString(), Is.EqualTo("Contact: 0 rows and 0 entries verified, nothing found."));
    }

    [Test]
    public async Task Every_row_and_entry_is_looked_at()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 250).Select(Contacts.Numbered));
        List<VerifyProgress> told = [];
        VerifyReport report = await Db.VerifyAsync<Contact>(progress: new Told(told));
        Assert.That(report.IsClean, report.ToString());
        Assert.That(report.Rows, Is.EqualTo(250));
        Assert.That(report.Entries, Is.GreaterThanOrEqualTo(3 * 225), "three uniques in memory, all entries on Redis");
        Assert.That(told[^1], Is.EqualTo(new VerifyProgress(report.Rows, report.Entries, 0)));
    }

    [Test]
    public async Task Guid_keys_composite_keys_versions_and_native_structures_have_nothing_wrong()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 30).Select(i => new Device { Name = $"d{i}", Serial = $"s{i}", Room = i % 2 == 0 ? null : "r" }));
        await Db.SaveAllAsync(Enumerable.Range(0, 30).Select(i => new Line { Order = i % 4, Number = i, Code = $"c{i}", Text = i % 3 == 0 ? null : "t\0t" }));
        await Db.SaveAllAsync(Enumerable.Range(0, 30).Select(i => new Versioned { Id = 10 * i, Right = $"{i}" }));
        Player player = new() { Name = "Ann" };
        await player.SaveAsync(Db);
        await player.Log.AddAsync(Db, "first");
        await player.Visits.IncrementAsync(Db);
        Assert.That((await CleanAsync<Device>()).Rows, Is.EqualTo(30));
        Assert.That((await CleanAsync<Line>()).Rows, Is.EqualTo(30));
        Assert.That((await CleanAsync<Versioned>()).Rows, Is.EqualTo(30));
        Assert.That((await CleanAsync<Player>()).Entries, Is.GreaterThanOrEqualTo(2), "the native structures");
    }

    [Test]
    public async Task Rows_that_change_come_and_go_meanwhile_are_not_reported()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 60).Select(Contacts.Numbered));
        using CancellationTokenSource stop = new();
        Task<RomException?[]> writers = Race.RunAsync(Writers, writer => ChangeAsync(writer, stop.Token));
        try
        {
            for (int round = 0; round < 8; round++)
            {
                VerifyReport report = await Other.VerifyAsync<Contact>();
                Assert.That(report.IsClean, report.ToString());
                Assert.That(report.Rows, Is.GreaterThan(40));
                await Task.Yield();
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        _verified = [Metadata<Contact, long, Contact.Columns>()];
        Assert.That(await writers, Is.All.Null);
    }

    [Test]
    public void A_program_with_other_indexes_is_told_so()
    {
        Assert.DoesNotThrowAsync(() => new TwinBefore { Size = 1 }.SaveAsync(Db));
        Assert.ThrowsAsync<SchemaException>(() => Other.VerifyAsync<TwinAfter>());
    }

    [Test]
    public void It_stops_when_it_is_cancelled() =>
        Assert.CatchAsync<OperationCanceledException>(() => Db.VerifyAsync<Contact>(cancellationToken: new CancellationToken(true)));

    private async Task<VerifyReport> CleanAsync<TModel>()
        where TModel : class, IRomModel
    {
        VerifyReport report = await Db.VerifyAsync<TModel>();
        Assert.That(report.IsClean, report.ToString());
        return report;
    }

    /// <summary>Changes contacts that all change, and adds and deletes some of its own, every index of them included, until it is stopped.</summary>
    private async Task ChangeAsync(int writer, CancellationToken stop)
    {
        Random random = new(writer);
        RomDatabase client = writer % 2 == 0 ? Db : Other;
        Queue<Contact> own = [];
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            Contact next = Contacts.Numbered(1_000 * (writer + 1) + i % 900);
            if (own.Count > 5)
            {
                await own.Dequeue().DeleteAsync(client, CancellationToken.None);
            }
            else if (i % 3 == 0)
            {
                (next.First, next.Email, next.Handle, next.Country) = (null, null, null, null);
                await next.SaveAsync(client, cancellationToken: CancellationToken.None);
                own.Enqueue(next);
            }
            else
            {
                Contact contact = (await Contact.GetAsync(client, random.Next(1, 61), CancellationToken.None))!;
                (contact.First, contact.Email, contact.Nick, contact.Notes, contact.Home) = (next.First, next.Email, next.Nick, next.Notes, next.Home);
                (contact.Labels, contact.Numbers, contact.Low, contact.Number) = (next.Labels, next.Numbers, next.Low, next.Number);
                try
                {
                    await contact.SaveAsync(client, cancellationToken: CancellationToken.None);
                }
                catch (ConflictException)
                {
                    // Another writer was faster.
                }
            }

            await Task.Yield();
        }
    }

    private sealed class Told(List<VerifyProgress> reports) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => reports.Add(value);
    }
}
