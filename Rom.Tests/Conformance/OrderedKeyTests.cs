using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Keys of one property with an index: ranges, orders and pages of them.</summary>
public sealed class OrderedKeyTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
        [Metadata<Job, long, Job.Columns>(), Metadata<Host, string, Host.Columns>(), Metadata<Slot, int, Slot.Columns>(), Metadata<Chore, long, Chore.Columns>()];

    private RomQuery<Job, long, Job.Columns> Jobs => Job.Query(Db);

    [Test]
    public async Task Ranges_and_orders_of_assigned_keys_are_those_of_the_numbers()
    {
        for (int i = 0; i < 12; i++) await new Job { State = i % 2 == 0 ? "even" : null, Code = $"c{i}", Text = "some words", Cost = i }.SaveAsync(Db);
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id > 9)), Is.EqualTo(new long[] { 10, 11, 12 }), "a single range in its own order");
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id.Between(9, 11)).OrderByDescending(j => j.Id)), Is.EqualTo(new long[] { 11, 10, 9 }));
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id <= 2 || j.Id >= 11).OrderBy(j => j.Id)), Is.EqualTo(new long[] { 1, 2, 11, 12 }));
        Assert.That(await KeysAsync(Jobs.Where(j => !(j.Id < 10) && j.State == "even").OrderBy(j => j.Id)), Is.EqualTo(new long[] { 11 }));
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id < 4 && j.Id != 2).OrderBy(j => j.Id)), Is.EqualTo(new long[] { 1, 3 }));
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id > 3 && j.Id.In(2, 5, 12)).OrderBy(j => j.Id)), Is.EqualTo(new long[] { 5, 12 }));
        Assert.That(await KeysAsync(Jobs.OrderByDescending(j => j.State).ThenByDescending(j => j.Id).Skip(5).Take(2)), Is.EqualTo(new long[] { 1, 12 }));
        Assert.That(await KeysAsync(Jobs.OrderByDescending(j => j.Id).Skip(2).Take(2)), Is.EqualTo(new long[] { 10, 9 }));
        Assert.That(await Jobs.Where(j => j.Id > 3 && j.Id < 11).CountAsync(), Is.EqualTo(7));
        Assert.That((await Jobs.MinAsync(j => j.Id), await Jobs.Where(j => j.State == null).MaxAsync(j => j.Id)), Is.EqualTo((1L, 12L)));
        Assert.That(await Jobs.Where(j => j.Id.IsNull() || j.Id == 3).Select(j => j.Id).ToListAsync(), Is.EqualTo(new long[] { 3 }));
        Assert.That(await KeysAsync(Jobs.Where(j => j.Cost < 10).Take(4)), Is.EqualTo(new long[] { 1, 2, 3, 4 }));
        Assert.That(await KeysAsync(Jobs.Take(4)), Is.EqualTo(new long[] { 1, 10, 11, 12 }), "without an order by the text of the key, as ever");
    }

    [Test]
    public async Task Pages_by_the_key_go_on_where_they_were_while_rows_come_and_go()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 25).Select(_ => new Job()));
        List<long> seen = [];
        string? cursor = null;
        do
        {
            RomPage<Job> page = await Jobs.Where(j => j.Id > 2).OrderByDescending(j => j.Id).ToPageAsync(4, cursor);
            seen.AddRange(page.Items.Select(job => job.Id));
            cursor = page.Next;
            await page.Items[^1].DeleteAsync(Other);
            await new Job().SaveAsync(Other);
        }
        while (cursor is not null);
        Assert.That(seen, Is.EqualTo(Enumerable.Range(3, 23).Reverse()));
    }

    [Test]
    public async Task Keys_of_every_sign_and_size_are_in_the_order_of_numbers()
    {
        long[] keys = [long.MaxValue, long.MinValue, -1, 1, 10, 100, 99, -100, 1L << 53, (1L << 53) + 1, -10, 9];
        foreach (long key in keys) await new Job { Id = key }.SaveAsync(Db);
        Job assigned = new();
        await assigned.SaveAsync(Db);
        long[] all = [.. keys.Append(assigned.Id).Order()];
        Assert.That(await KeysAsync(Jobs.OrderBy(j => j.Id)), Is.EqualTo(all));
        foreach (long bound in keys)
        {
            Assert.That(await KeysAsync(Jobs.Where(j => j.Id > bound)), Is.EqualTo(all.Where(key => key > bound)));
            Assert.That(await KeysAsync(Jobs.Where(j => j.Id <= bound && j.Cost == 0).OrderBy(j => j.Id)), Is.EqualTo(all.Where(key => key <= bound)));
        }

        Assert.That((await Jobs.MinAsync(j => j.Id), await Jobs.MaxAsync(j => j.Id)), Is.EqualTo((long.MinValue, long.MaxValue)));
    }

    [Test]
    public async Task Every_way_to_write_a_row_keeps_the_entry_of_its_key()
    {
        Job first = new() { Code = "a", Text = "one two" };
        await first.SaveAsync(Db);
        await first.Log.AddAsync(Db, "seen");
        foreach (SaveMode mode in new[] { SaveMode.Full, SaveMode.Replace, SaveMode.Upsert, SaveMode.Force })
        {
            first.State = $"{mode}";
            await first.SaveAsync(Db, mode);
        }

        await Job.PatchAsync(Db, first.Id, j => j.Cost.Add(5), j => j.State.Set("patched"));
        Job second = new() { Id = 40, State = "explicit" };
        await second.SaveAsync(Db, SaveMode.Insert);
        await new Job { Id = 40, State = "again" }.SaveAsync(Db, SaveMode.Upsert);
        await Db.SaveAllAsync([new Job { Code = "b" }, new Job { Id = 7 }, new Job { After = second }]);
        Assert.That(await KeysAsync(Jobs.Where(j => j.Id > 0)), Is.EqualTo(new long[] { 1, 7, 40, 41, 42 }));
        Assert.That((await Jobs.OrderBy(j => j.Id).FirstOrDefaultAsync())!.Cost, Is.EqualTo(5));
        await Db.DeleteAllAsync(await Jobs.Where(j => j.Id > 7 && j.Id < 41).ToListAsync());
        await (await Job.GetAsync(Db, 1))!.DeleteAsync(Db);
        await first.SaveAsync(Db, SaveMode.Force);
        Job copy = first.Copy();
        copy.Id = 0;
        copy.Code = null;
        await copy.SaveAsync(Db);
        Assert.That(await KeysAsync(Jobs.OrderByDescending(j => j.Id)), Is.EqualTo(new long[] { 43, 42, 41, 7, 1 }));
    }

    [Test]
    public async Task Units_assign_keys_that_refer_to_each_other_and_have_entries()
    {
        await using (RomSession session = Db.OpenSession())
        {
            Job first = new() { Code = "first" }, second = new() { After = first, Text = "two words" }, third = new() { Id = 20, After = second };
            foreach (Job job in new[] { third, second, first }) session.Add(job);
            long before = Db.RoundTrips;
            await session.CommitAsync();
            Assert.That(Db.RoundTrips - before, Is.EqualTo(1));
            Assert.That(await KeysAsync(Jobs.Where(j => j.Id.Between(20, 22))), Is.EqualTo(new long[] { 20, 21, 22 }));
            Assert.That(await KeysAsync(Jobs.Where(j => j.After == first).OrderBy(j => j.Id)), Is.EqualTo(new[] { second.Id }));
            session.Remove(third);
            second.State = "changed";
            await session.CommitAsync();
        }

        await Db.TransactionAsync(async (tx, cancellation) =>
        {
            Assert.That(await tx.CountVerifiedAsync(Job.Query(tx).Where(j => j.Id > 20), cancellation), Is.EqualTo(2));
            tx.Add(new Job());
        });
        Assert.That(await KeysAsync(Jobs.OrderBy(j => j.Id)), Is.EqualTo(new long[] { 21, 22, 23 }));
    }

    [Test]
    public async Task Texts_of_keys_are_searched_like_any_ordered_text()
    {
        string[] names = ["a.example.org", "b.example.org", "b.example.com", "B", "ä", "b", "b.", "b\u0001", "zz\u00ff"];
        foreach (string name in names) await new Host { Name = name, Port = name.Length }.SaveAsync(Db);
        string[] sorted = [.. names.Order(StringComparer.Ordinal)];
        Assert.That(await NamesAsync(Host.Query(Db).OrderBy(h => h.Name)), Is.EqualTo(sorted));
        Assert.That(await NamesAsync(Host.Query(Db).Where(h => h.Name.StartsWith("b."))), Is.EqualTo(new[] { "b.", "b.example.com", "b.example.org" }));
        Assert.That(await NamesAsync(Host.Query(Db).Where(h => h.Name.Like("b.*.org")).OrderBy(h => h.Name)), Is.EqualTo(new[] { "b.example.org" }));
        Assert.That(await NamesAsync(Host.Query(Db).Where(h => h.Name.EndsWith(".example.org")).OrderBy(h => h.Name)), Is.EqualTo(new[] { "a.example.org", "b.example.org" }));
        Assert.That(await NamesAsync(Host.Query(Db).Where(h => h.Name >= "b" && h.Name < "c" && h.Port > 1).OrderByDescending(h => h.Name)),
            Is.EqualTo(new[] { "b.example.org", "b.example.com", "b.", "b\u0001" }));
        Assert.That(await NamesAsync(Host.Query(Db).Where(h => !h.Name.StartsWith("b") && h.Name != "B").OrderBy(h => h.Name)), Is.EqualTo(new[] { "a.example.org", "zz\u00ff", "ä" }));
        Assert.That((await Host.Query(Db).MinAsync(h => h.Name), await Host.Query(Db).MaxAsync(h => h.Name)), Is.EqualTo(("B", "ä")));
        await (await Host.GetAsync(Db, "b"))!.DeleteAsync(Db);
        Assert.That(await Host.Query(Db).Where(h => h.Name < "b.").CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task The_order_of_the_keys_stands_in_for_the_set_of_all_of_them()
    {
        await Db.SaveAllAsync(Enumerable.Range(0, 12).Select(i => new Slot { Size = i % 3 == 0 ? null : i }));
        Assert.That((await Slot.Query(Db).ToListAsync()).Select(s => s.Number), Is.EqualTo(Enumerable.Range(1, 12)), "the order of numbers");
        Assert.That((await Slot.Query(Db).Where(s => s.Size != 4 && s.Number > 4).ToListAsync()).Select(s => s.Number), Is.EqualTo(Enumerable.Range(6, 7)));
        Assert.That(await Slot.Query(Db).Where(s => s.Size == null).CountAsync(), Is.EqualTo(4));
        Assert.That(await Slot.Query(Db).CountAsync(), Is.EqualTo(12));
        await (await Slot.GetAsync(Db, 3))!.DeleteAsync(Db);
        Assert.That(await Slot.Query(Db).Select(s => s.Number).ToListAsync(), Is.EqualTo(Enumerable.Range(1, 12).Where(i => i != 3)));
    }

    [Test]
    public async Task A_rebuild_gives_rows_that_are_there_the_index_and_takes_it_away_again()
    {
        await Db.SaveAllAsync(Enumerable.Range(1, 250).Select(i => new Chore { State = $"{i % 4}" }));
        SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new OrderedChore().SaveAsync(Other))!;
        Assert.That(refused.Message, Does.Contain("this program only: index Id Ordered (Id Number)"));
        await Other.ReindexAsync<OrderedChore>();
        Assert.That(await OrderedChore.Query(Other).Where(c => c.Id > 240).Select(c => c.Id).ToListAsync(), Is.EqualTo(Enumerable.Range(241, 10)));
        Assert.That((await Other.VerifyAsync<OrderedChore>()).IsClean);
        if (Kind == EngineKind.Redis) await KeyspaceVerifier.VerifyAsync(Raw, Prefix, Metadata<OrderedChore, long, OrderedChore.Columns>());
        await Db.ReindexAsync<Chore>();
    }

    [Test]
    public async Task VerifyAsync_finds_a_key_that_lost_its_entry_and_an_entry_without_row()
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("The memory engine keeps no entries.");
        await new Job().SaveAsync(Db);
        string index = $"{Prefix}{{Job}}:ordered:Id";
        byte[] entry = (byte[])(await Raw.SortedSetRangeByRankAsync(index)).Single()!;
        await Raw.SortedSetRemoveAsync(index, entry);
        Assert.That((await Db.VerifyAsync<Job>()).Findings.Single().Kind, Is.EqualTo(VerifyFindingKind.MissingEntry));
        await Db.ReindexAsync<Job>();
        byte[] orphan = [.. entry[..^1], (byte)'9'];
        await Raw.SortedSetAddAsync(index, orphan, 0);
        Assert.That((await Db.VerifyAsync<Job>()).Findings.Single().Kind, Is.EqualTo(VerifyFindingKind.OrphanEntry));
        await Raw.SortedSetRemoveAsync(index, orphan);
    }

    private static async Task<long[]> KeysAsync(RomQuery<Job, long, Job.Columns> query) => [.. (await query.ToListAsync()).Select(job => job.Id)];

    private static async Task<string[]> NamesAsync(RomQuery<Host, string, Host.Columns> query) => [.. (await query.ToListAsync()).Select(host => host.Name)];
}
