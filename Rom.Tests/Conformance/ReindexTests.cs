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
    public async Task A_method_that_throws_stops_it_before_anything_changes()
    {
        await new ShopBefore { Code = "throw", Name = "n" }.SaveAsync(Db);
        RomException thrown = Assert.ThrowsAsync<RomException>(() => Other.ReindexAsync<ShopAfter>())!;
        Assert.That((thrown.Model, thrown.Key), Is.EqualTo(("Shop", "1")));
        await new ShopBefore { Code = "more", Name = "n" }.SaveAsync(Db);
        _verified = [Metadata<ShopBefore, long, ShopBefore.Columns>()];
    }

    [TestCase(ReindexPhase.Checking, 1)]
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
        if (phase == ReindexPhase.Checking)
        {
            await new ShopBefore { Code = "more", Name = "Shop x" }.SaveAsync(Db);
            Assert.That(await ShopBefore.Query(Db).CountAsync(), Is.EqualTo(251));
        }
        else
        {
            SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new ShopBefore { Code = "more" }.SaveAsync(Db))!;
            Assert.That(refused.Message, Does.Contain("being rebuilt"));
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
