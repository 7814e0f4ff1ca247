using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Programs with other indexes take over the rows of an older one: everything is rebuilt, and nobody else works meanwhile.</summary>
public sealed class ReindexTests(EngineKind kind) : ConformanceFixture(kind)
{
    private ModelMetadata[] _verified = [];

    protected override ModelMetadata[] VerifiedModels => _verified;

    [Test]
    public async Task Indexes_and_uniques_that_were_added_find_the_old_rows()
    {
        await SaveOldAsync(250);
        Assert.ThrowsAsync<SchemaException>(() => ShopAfter.Query(Other).CountAsync());
        List<ReindexProgress> reports = [];
        await Other.ReindexAsync<ShopAfter>(new Progress(reports.Add));
        Assert.That(reports[^1].Phase, Is.EqualTo(ReindexPhase.Filling));
        Assert.That(reports[^1].Done, Is.EqualTo(250));
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Name.StartsWith("SHOP 24")).CountAsync(), Is.EqualTo(11));
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Half >= 120).CountAsync(), Is.EqualTo(10));
        Assert.That((await ShopAfter.GetByCodeAndSizeAsync(Other, "c7", 7))!.Name, Is.EqualTo("Shop 7"));
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Note.Contains("number") && s.At.IsNull()).CountAsync(), Is.EqualTo(250));
        Assert.ThrowsAsync<SchemaException>(() => new ShopBefore().SaveAsync(Db), "the old program is refused from now on");
        ShopAfter row = (await ShopAfter.GetByCodeAndSizeAsync(Other, "c7", 7))!;
        row.Size = 700;
        row.At = new GeoPoint(1, 2);
        await row.SaveAsync(Other);
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Half == 350).CountAsync(), Is.EqualTo(1));
        _verified = [Metadata<ShopAfter, long, ShopAfter.Columns>()];
    }

    [Test]
    public async Task Indexes_that_were_removed_leave_nothing()
    {
        await SaveOldAsync(30);
        await Other.ReindexAsync<ShopAfter>();
        await Db.ReindexAsync<ShopBefore>();
        Assert.That(await ShopBefore.Query(Db).Where(s => s.Size < 10).CountAsync(), Is.EqualTo(10));
        Assert.That((await ShopBefore.GetByCodeAsync(Db, "c3"))!.Size, Is.EqualTo(3));
        _verified = [Metadata<ShopBefore, long, ShopBefore.Columns>()];
    }

    [Test]
    public async Task All_duplicates_are_reported_and_the_old_program_goes_on()
    {
        for (int i = 0; i < 6; i++) await new ShopBefore { Code = $"c{i}", Name = "n", Size = i }.SaveAsync(Db);
        DuplicateValuesException found = Assert.ThrowsAsync<DuplicateValuesException>(() => Other.ReindexAsync<ShopUnique>())!;
        Assert.That(found.Duplicates.Single().Keys, Is.EquivalentTo(new[] { "1", "2", "3", "4", "5", "6" }));
        Assert.That(found.Duplicates.Single().Unique, Is.EqualTo("Name"));
        await new ShopBefore { Code = "more", Name = "n", Size = 7 }.SaveAsync(Db);
        Assert.That(await ShopBefore.Query(Db).Where(s => s.Size >= 5).CountAsync(), Is.EqualTo(2));
        _verified = [Metadata<ShopBefore, long, ShopBefore.Columns>()];
    }

    [Test]
    public async Task Duplicates_of_every_form_of_unique_are_reported_with_their_values()
    {
        await Db.SaveAllAsync(
        [
            new ShopBefore { Code = "a", Name = "Ann", Size = 1, Note = "one" }, new ShopBefore { Code = "b", Name = "ANN", Size = 1, Note = "two" },
            new ShopBefore { Code = "c", Name = "Bob", Size = 2, Note = "of" }, new ShopBefore { Code = "d", Name = "bob", Size = 3, Note = "three" },
            new ShopBefore { Code = "e", Name = "Cid", Size = 3 },
        ]);
        DuplicateValuesException found = Assert.ThrowsAsync<DuplicateValuesException>(() => Other.ReindexAsync<ShopStrict>())!;
        Assert.That(found.Duplicates.Select(one => $"{one.Unique}: {string.Join(", ", one.Values)} in {string.Join(", ", one.Keys)}"), Is.EquivalentTo(
            new[] { "Name: ANN in 1, 2", "Name: bob in 3, 4", "Initial: o in 1, 3", "Initial: t in 2, 4" }));
        Assert.That(found.Message, Does.Contain("4 values of").And.Not.Contain("ANN"));
        foreach (long id in new long[] { 2, 3, 4 }) await ShopBefore.PatchAsync(Db, id, s => [s.Name.Set($"n{id}"), s.Note.Set(null)]);
        await Other.ReindexAsync<ShopStrict>();
        Assert.That((await ShopStrict.GetByNameAsync(Other, "ann"))!.Id, Is.EqualTo(1));
        Assert.That((await ShopStrict.GetByInitialAsync(Other, "o"))!.Id, Is.EqualTo(1));
        _verified = [Metadata<ShopStrict, long, ShopStrict.Columns>()];
    }

    [Test]
    public async Task Duplicates_of_a_composite_unique_are_reported_with_both_values()
    {
        string?[] codes = ["x\0", "x\0", "x", null, null];
        foreach (string? code in codes) await new ShopLoose { Code = code, Size = 7 }.SaveAsync(Db);
        DuplicateValue found = Assert.ThrowsAsync<DuplicateValuesException>(() => Other.ReindexAsync<ShopStrict>())!.Duplicates.Single();
        Assert.That(found.Unique, Is.EqualTo("Code+Size"));
        Assert.That(found.Values, Is.EqualTo(new[] { "x\0", "7" }));
        Assert.That(found.Keys, Is.EqualTo(new[] { "1", "2" }));
        _verified = [Metadata<ShopLoose, long, ShopLoose.Columns>()];
    }

    [Test]
    public async Task Results_that_changed_with_their_revisions_are_found_after_it()
    {
        await Db.SaveAllAsync(Enumerable.Range(1, 40).Select(i => new RevisedBefore { Mail = $"{i}@x.org", Title = $"a {i}", Text = $"rows of {i}", Label = new($"{40 - i}") }));
        SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new RevisedAfter { Title = "b" }.SaveAsync(Other))!;
        foreach (string line in new[]
        {
            "stored only:       index Domain Exact Text computed 1 (Mail Text)", "this program only: index Domain Exact Text computed 2 (Mail Text)",
            "this program only: unique Slug Text computed 2 (Title Text)", "this program only: index Text FullText words Rom.Tests.TestModels.WordsAfter 2 (Text Text)",
            "stored only:       index Label Ordered (Label Ranked converter 1)", "this program only: index Label Ordered (Label Ranked converter 2)",
        })
        {
            Assert.That(refused.Message, Does.Contain(line));
        }

        Assert.ThrowsAsync<SchemaException>(() => Other.VerifyAsync<RevisedAfter>());
        await Other.ReindexAsync<RevisedAfter>();
        Assert.That((await Other.VerifyAsync<RevisedAfter>()).IsClean);
        Assert.That(await RevisedAfter.Query(Other).Where(r => r.Domain == "X.ORG").CountAsync(), Is.EqualTo(40));
        Assert.That((await RevisedAfter.GetBySlugAsync(Other, "a-7"))!.Id, Is.EqualTo(7));
        Assert.That(await RevisedAfter.Query(Other).Where(r => r.Text.Contains("row 3")).CountAsync(), Is.EqualTo(1));
        Assert.That(await RevisedAfter.Query(Other).Where(r => r.Label == new Label("5")).CountAsync(), Is.EqualTo(1), "the text of the new revision");
        Assert.That((await RevisedAfter.Query(Other).OrderBy(r => r.Label).Take(3).ToListAsync()).Select(r => r.Label!.Text), Is.EqualTo(new[] { "0", "1", "2" }), "its order");
        RevisedAfter row = (await RevisedAfter.GetAsync(Other, 3))!;
        Assert.That(await row.SaveAsync(Other), Is.Zero, "it is stored as this program stores it");
        row.Label = new("100");
        await row.SaveAsync(Other);
        _verified = [Metadata<RevisedAfter, long, RevisedAfter.Columns>()];
    }

    [Test]
    public async Task A_converter_that_cannot_read_the_old_text_stops_it_before_anything_changes()
    {
        await new RevisedText { Label = "7 [5]" }.SaveAsync(Db);
        await new RevisedText { Label = "7 bad" }.SaveAsync(Db);
        InvalidValueException refused = Assert.ThrowsAsync<InvalidValueException>(() => Other.ReindexAsync<RevisedAfter>())!;
        Assert.That((refused.Model, refused.Key, refused.Column), Is.EqualTo(("Revised", "2", "Label")));
        Assert.That(refused.Message, Does.Not.Contain("bad"));
        await new RevisedText { Label = "8 [6]" }.SaveAsync(Db);
        _verified = [Metadata<RevisedText, long, RevisedText.Columns>()];
    }

    [Test]
    public async Task Writers_of_the_old_program_are_refused_from_its_beginning_on_and_none_of_their_rows_is_lost()
    {
        int saved = 0;
        Task<RomException?[]> writers = Race.RunAsync(4, async writer =>
        {
            for (int i = 0; ; i++)
            {
                await new ShopBefore { Code = $"w{writer}-{i}", Name = "Shop w", Size = i, Note = "A number" }.SaveAsync(Db);
                Interlocked.Increment(ref saved);
                await Task.Yield();
            }
        });
        while (Volatile.Read(ref saved) < 50) await Task.Yield();
        await Other.ReindexAsync<ShopAfter>();
        Assert.That(await writers, Is.All.InstanceOf<SchemaException>());
        Assert.That(await ShopAfter.Query(Other).CountAsync(), Is.EqualTo(saved));
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Half >= 0).CountAsync(), Is.EqualTo(saved));
        RomException?[] later = await Race.RunAsync(4, writer => new ShopAfter { Code = $"v{writer}", Size = 1_000 + writer }.SaveAsync(Other));
        Assert.That(later, Is.All.Null, "the new program works");
        _verified = [Metadata<ShopAfter, long, ShopAfter.Columns>()];
    }

    [Test]
    public async Task A_method_that_throws_stops_it_before_anything_changes()
    {
        await new ShopBefore { Code = "throw", Name = "n" }.SaveAsync(Db);
        RomException thrown = Assert.ThrowsAsync<RomException>(() => Other.ReindexAsync<ShopAfter>())!;
        Assert.That((thrown.Model, thrown.Key), Is.EqualTo(("Shop", "1")));
        await new ShopBefore { Code = "more", Name = "n" }.SaveAsync(Db);
        _verified = [Metadata<ShopBefore, long, ShopBefore.Columns>()];
    }

    [TestCase(ReindexPhase.Collecting, 1)]
    [TestCase(ReindexPhase.Checking, 1)]
    [TestCase(ReindexPhase.Checking, 3)]
    [TestCase(ReindexPhase.Clearing, 1)]
    [TestCase(ReindexPhase.Filling, 1)]
    [TestCase(ReindexPhase.Filling, 2)]
    public async Task One_that_was_stopped_goes_on_and_everybody_waits_meanwhile(ReindexPhase phase, int call)
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("Memory does it in one step.");
        await SaveOldAsync(250);
        using CancellationTokenSource stop = new();
        int calls = 0;
        Progress progress = new(report =>
        {
            if (report.Phase == phase && ++calls == call) stop.Cancel();
        });
        Assert.CatchAsync<OperationCanceledException>(() => Other.ReindexAsync<ShopAfter>(progress, stop.Token));
        if (phase is ReindexPhase.Collecting or ReindexPhase.Checking)
        {
            await new ShopBefore { Code = "more", Name = "Shop x" }.SaveAsync(Db);
            Assert.That(await ShopBefore.Query(Db).CountAsync(), Is.EqualTo(251));
        }
        else
        {
            SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new ShopBefore { Code = "more" }.SaveAsync(Db))!;
            Assert.That(refused.Message, Does.Contain("being rebuilt").And.Contain("run ReindexAsync again"));
            Assert.ThrowsAsync<SchemaException>(() => new ShopAfter { Code = "more" }.SaveAsync(Other));
            Assert.ThrowsAsync<SchemaException>(() => ShopAfter.Query(Other).CountAsync());
            Assert.That(await ShopBefore.GetAsync(Db, 5), Is.Not.Null, "a row is read by its key");
        }

        await Other.ReindexAsync<ShopAfter>();
        Assert.That(await ShopAfter.Query(Other).Where(s => s.Half >= 0).CountAsync(), Is.GreaterThanOrEqualTo(250));
        _verified = [Metadata<ShopAfter, long, ShopAfter.Columns>()];
    }

    [Test]
    public async Task It_mends_what_a_stopped_commit_left()
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("Memory has no such half.");
        await SaveOldAsync(3);
        await Raw.KeyDeleteAsync(Prefix + "{Shop}:ordered:Size");
        await Raw.HashDeleteAsync(Prefix + "{Shop}:unique:Code", "c1");
        await Raw.HashSetAsync(Prefix + "{Shop}:unique:Code", "gone", "99");
        await Raw.SortedSetRemoveAsync(Prefix + "{Shop}:keys", "1");
        await Raw.SortedSetAddAsync(Prefix + "{Shop}:keys", "99", 0);
        await Db.ReindexAsync<ShopBefore>();
        Assert.That(await ShopBefore.Query(Db).Where(s => s.Size >= 0).CountAsync(), Is.EqualTo(3));
        _verified = [Metadata<ShopBefore, long, ShopBefore.Columns>()];
    }

    [Test]
    public async Task An_empty_database_gets_the_record()
    {
        await Other.ReindexAsync<ShopAfter>();
        Assert.ThrowsAsync<SchemaException>(() => new ShopBefore { Code = "c" }.SaveAsync(Db));
        await new ShopAfter { Code = "c", Size = 4 }.SaveAsync(Other);
        _verified = [Metadata<ShopAfter, long, ShopAfter.Columns>()];
    }

    private async Task SaveOldAsync(int count)
    {
        for (int i = 0; i < count; i++) await new ShopBefore { Code = $"c{i}", Name = $"Shop {i}", Size = i, Note = "A number" }.SaveAsync(Db);
    }

    private sealed class Progress(Action<ReindexProgress> report) : IProgress<ReindexProgress>
    {
        public void Report(ReindexProgress value) => report(value);
    }
}
