using System.Globalization;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Patches that the store computes by itself: in one call, with the result that C# gives, indexes and versions kept.</summary>
public sealed class ExactPatchTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int One = 1, ReadAndWrite = 2;

    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(1));

    protected override ModelMetadata[] VerifiedModels => [Metadata<Ledger, Guid, Ledger.Columns>(), Metadata<ShopAfter, long, ShopAfter.Columns>()];

    private static readonly (string Name, int Calls, Func<Ledger.Columns, Patch<Ledger>> Change)[] Changes =
    [
        ("decimal", One, l => l.Amount.Add(0.50m)),
        ("decimal or null", One, l => l.Rest.Add(-1)),
        ("integer", One, l => l.Count.Add(long.MinValue)),
        ("small integer or null", One, l => l.Small.Add(int.MaxValue)),
        ("unsigned integer", One, l => l.Large.Add(ulong.MaxValue)),
        ("set a number", One, l => l.Amount.Set(-3.10m)),
        ("set an instant", One, l => l.At.Set(Noon)),
        ("set a double", One, l => l.Ratio.Set(-0.5)),
        ("set a text of two indexes", One, l => l.Owner.Set("some\0body")),
        ("append", One, l => l.Note.Append(" ü")),
        ("append to an index over several", One, l => l.Owner.Append("!")),
        ("clear", One, l => l.Note.Clear()),
        ("clear what stores null", One, l => l.Nick.Clear()),
        ("set what stores null", One, l => l.Nick.Set("\0x")),
        ("set a collection", One, l => l.Marks.Set(new List<string> { "m" })),
        ("a posting of the value", ReadAndWrite, l => l.Status.Set(Status.Closed)),
        ("a unique", ReadAndWrite, l => l.Number.Set(5)),
        ("words", ReadAndWrite, l => l.Words.Append(" more")),
        ("reversed text", ReadAndWrite, l => l.Ending.Set("x")),
        ("a double's sum", ReadAndWrite, l => l.Ratio.Add(1)),
        ("a member of a collection", ReadAndWrite, l => l.Marks.AddToSet("n")),
    ];

    private static IEnumerable<string> Names => Changes.Select(change => change.Name);

    [TestCaseSource(nameof(Names))]
    public async Task It_takes_so_many_calls_and_none_to_write_what_is_there(string name)
    {
        (_, int calls, Func<Ledger.Columns, Patch<Ledger>> change) = Changes.Single(one => one.Name == name);
        Ledger ledger = await StoredAsync();
        long before = Db.RoundTrips;
        Assert.That(await Ledger.PatchAsync(Db, ledger.Id, change), Is.True);
        Assert.That(Db.RoundTrips - before, Is.EqualTo(calls));
        Assert.That((await Ledger.GetAsync(Other, ledger.Id))!.Version, Is.GreaterThan(ledger.Version), "every write raises it");
        Assert.That(await Ledger.PatchAsync(Db, Guid.NewGuid(), change), Is.False, "there is no row");
        DataRaceException race = Assert.ThrowsAsync<DataRaceException>(() =>
        {
            ledger.Words = "from before";
            return ledger.SaveAsync(Db);
        })!;
        Assert.That(race.Column, Is.EqualTo("Version"));
    }

    [Test]
    public async Task What_is_there_already_is_not_written()
    {
        Ledger ledger = await StoredAsync();
        long before = Db.RoundTrips;
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Add(0), l => l.Note.Append(""), l => l.Owner.Set("nobody"), l => l.Rest.Clear());
        Assert.That(Db.RoundTrips - before, Is.EqualTo(One));
        Assert.That((await Ledger.GetAsync(Other, ledger.Id))!.Version, Is.EqualTo(ledger.Version));
    }

    [Test]
    public async Task One_of_several_changes_that_needs_to_read_makes_all_do_so()
    {
        Ledger ledger = await StoredAsync();
        long before = Db.RoundTrips;
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Add(1), l => l.Status.Set(Status.Closed));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(ReadAndWrite));
        before = Db.RoundTrips;
        await Ledger.PatchAsync(Db, ledger.Id, l => [l.Amount.Add(1), l.Amount.Add(1), l.Owner.Set("a"), l.Owner.Append("b"), l.Count.Add(1), l.Note.Clear()]);
        Assert.That(Db.RoundTrips - before, Is.EqualTo(One), "also one after the other on one column");
        Ledger stored = (await Ledger.GetAsync(Other, ledger.Id))!;
        Assert.That((stored.Amount, stored.Owner, stored.Count, stored.Note, stored.Status), Is.EqualTo((13m, "ab", 1L, (string?)null, Status.Closed)));
    }

    [Test]
    public async Task Out_of_range_is_the_same_error_and_nothing_is_written()
    {
        Ledger ledger = await StoredAsync();
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Count.Set(long.MaxValue), l => l.Small.Set(int.MinValue), l => l.Amount.Set(decimal.MaxValue));
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Count.Add(1)))!.Column, Is.EqualTo("Count"));
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Small.Add(-1)))!.Column, Is.EqualTo("Small"));
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Add(1)))!.Column, Is.EqualTo("Amount"));
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Owner.Append("\ud800")))!.Column, Is.EqualTo("Owner"));
        Assert.That(Assert.ThrowsAsync<MissingValueException>(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Owner.Set(null!)))!.Key, Is.EqualTo(ledger.Id.ToString()));
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Set(1e-28m));
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Add(7.9m));
        Assert.That((await Ledger.GetAsync(Other, ledger.Id))!.Amount, Is.EqualTo(1e-28m + 7.9m), "29 digits, which C# has to compute");
        Assert.That(() => Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Add(1000m)), Throws.TypeOf<InvalidValueException>(), "C# would round");
        Assert.That((await Ledger.GetAsync(Other, ledger.Id))!.Amount, Is.EqualTo(1e-28m + 7.9m));
    }

    [Test]
    public async Task A_field_that_an_old_row_lacks_is_what_its_initializer_says()
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("Fields are taken away by hand.");
        Ledger ledger = await StoredAsync();
        string row = $"{Prefix}{{Ledger}}:row:{ledger.Id}";
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Nick.Set("x"), l => l.Owner.Set("y"));
        byte[][] members = [.. (await Raw.SortedSetRangeByRankAsync($"{Prefix}{{Ledger}}:ordered:Nick")).Select(member => (byte[])member!)];
        await Raw.HashDeleteAsync(row, "Nick");
        await Raw.KeyDeleteAsync($"{Prefix}{{Ledger}}:ordered:Nick");
        await Raw.SortedSetAddAsync($"{Prefix}{{Ledger}}:ordered:Nick", (byte[])[0, 0, .. members[0][^16..]], 0);
        await Ledger.PatchAsync(Db, ledger.Id, l => l.Nick.Append("!"));
        Assert.That((await Ledger.GetAsync(Other, ledger.Id))!.Nick, Is.EqualTo("none!"));
    }

    [Test]
    public async Task Any_sums_are_those_of_CSharp_where_it_does_not_round()
    {
        Random random = PropertyRun.Random(77);
        Ledger ledger = await StoredAsync();
        (decimal amount, long count, string owner) = (ledger.Amount, ledger.Count, ledger.Owner);
        for (int i = 0; i < 150; i++)
        {
            decimal add = new(random.Next(), random.Next(), i % 3 == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(15));
            long more = random.NextInt64(long.MinValue / 200, long.MaxValue / 200);
            string text = char.ConvertFromUtf32(random.Next(1, 0xD000));
            RomDatabase client = i % 2 == 0 ? Db : Other;
            Task<bool> PatchAsync() => Ledger.PatchAsync(client, ledger.Id, l => l.Amount.Add(add), l => l.Count.Add(more), l => l.Owner.Append(text));
            if (ExactSum.Holds(amount, add))
            {
                await PatchAsync();
                (amount, count, owner) = (amount + add, count + more, owner + text);
            }
            else
            {
                Assert.ThrowsAsync<InvalidValueException>(PatchAsync, PropertyRun.Repeat);
            }

            Ledger stored = (await Ledger.GetAsync(Db, ledger.Id))!;
            Assert.That((stored.Amount.ToString(CultureInfo.InvariantCulture), stored.Count, stored.Owner), Is.EqualTo((amount.ToString(CultureInfo.InvariantCulture), count, owner)),
                $"{PropertyRun.Repeat}\n{add}");
        }

        Assert.That(await Ledger.Query(Db).Where(l => l.Amount == amount && l.Count == count).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_program_with_other_indexes_changes_nothing()
    {
        ShopAfter shop = new() { Size = 4 };
        await shop.SaveAsync(Db);
        Assert.ThrowsAsync<SchemaException>(() => ShopBefore.PatchAsync(Db, shop.Id, s => s.Size.Add(1)));
        Assert.That((await ShopAfter.GetAsync(Other, shop.Id))!.Size, Is.EqualTo(4));
        Assert.That(await ShopAfter.PatchAsync(Other, shop.Id, s => s.Name.Append("x")), Is.True, "by reading, because letter case does not count in its index");
    }

    [Test]
    public async Task A_transaction_may_patch_what_it_has_read()
    {
        Ledger ledger = await StoredAsync();
        await Db.TransactionAsync(async (tx, ct) =>
        {
            Ledger read = (await Ledger.GetAsync(tx, ledger.Id, ct))!;
            await Ledger.PatchAsync(tx, read.Id, l => l.Count.Add(1), ct);
            tx.Add(new Ledger { Amount = read.Amount });
        }, maxAttempts: 1);
        Assert.That(((await Ledger.GetAsync(Other, ledger.Id))!.Count, await Ledger.Query(Other).CountAsync()), Is.EqualTo((1L, 2L)), "its own write is no conflict");
    }

    [Test]
    public async Task Clients_that_add_at_once_lose_nothing()
    {
        Ledger ledger = await StoredAsync();
        RomException?[] errors = await Race.RunAsync(4, async runner =>
        {
            for (int i = 0; i < 25; i++) await Ledger.PatchAsync(runner % 2 == 0 ? Db : Other, ledger.Id, l => l.Amount.Add(0.01m), l => l.Count.Add(1), l => l.Note.Append("x"));
        });
        Assert.That(errors, Is.All.Null);
        Ledger stored = (await Ledger.GetAsync(Db, ledger.Id))!;
        Assert.That((stored.Amount, stored.Count, stored.Note!.Length), Is.EqualTo((11m, 100L, 104)));
    }

    private async Task<Ledger> StoredAsync()
    {
        Ledger ledger = new() { Amount = 10m, Count = 0, Note = "note", Marks = ["a"], Words = "one two" };
        await ledger.SaveAsync(Db);
        return ledger;
    }
}
