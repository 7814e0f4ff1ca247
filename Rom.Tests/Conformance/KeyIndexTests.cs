using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Models that keep no set of all keys: an Ordered index stands in for it, or nothing does.</summary>
public sealed class KeyIndexTests(EngineKind kind) : ConformanceFixture(kind)
{
    private ModelMetadata[] _verified = [Visits, Metadata<Login, Guid, Login.Columns>(), Metadata<Seat, (string, int), Seat.Columns>()];

    protected override ModelMetadata[] VerifiedModels => _verified;

    private static ModelMetadata Visits => Metadata<Visit, long, Visit.Columns>();

    private static ModelMetadata ListedVisits => Metadata<ListedVisit, long, ListedVisit.Columns>();

    [Test]
    public async Task Rows_without_a_condition_come_in_the_order_of_the_first_Ordered_index()
    {
        await SaveAsync(30);
        Assert.That((await Visit.Query(Db).ToListAsync()).Select(v => v.At), Is.EqualTo(Times(30).Order()));
        Assert.That((await Visit.Query(Db).Skip(3).Take(4).ToListAsync()).Select(v => v.Id), Is.EqualTo(Sorted(30).Skip(3).Take(4)));
        Assert.That((await Visit.Query(Db).FirstOrDefaultAsync())!.At, Is.Null);
        Assert.That(await Visit.Query(Db).CountAsync(), Is.EqualTo(30));
        Assert.That(await Visit.Query(Db).Take(7).CountAsync(), Is.EqualTo(7));
        if (Kind == EngineKind.Redis) Assert.That((await Visit.Query(Db).Take(7).ExplainAsync()).ToString(), Does.Contain("the index At"));
        List<long> paged = [];
        string? cursor = null;
        do
        {
            RomPage<Visit> page = await Visit.Query(Db).ToPageAsync(7, cursor);
            paged.AddRange(page.Items.Select(v => v.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.That(paged, Is.EqualTo(Sorted(30)));
    }

    [Test]
    public async Task Opposites_find_the_rows_that_have_no_value_too()
    {
        await SaveAsync(30);
        Assert.That(await IdsAsync(v => v.Country != "c1"), Is.EqualTo(Sorted(30).Where(id => id % 3 != 1)));
        Assert.That(await IdsAsync(v => !v.Text.Contains("even")), Is.EqualTo(Sorted(30).Where(id => id % 2 != 0)));
        Assert.That(await IdsAsync(v => v.Code.IsNull()), Is.EqualTo(Sorted(30).Where(id => id % 4 != 0)));
        Assert.That(await IdsAsync(v => v.Country == "c1" && v.At >= 3), Is.EqualTo(Sorted(30).Where(id => id % 3 == 1 && Time(id) >= 3)));
        Assert.That(await Visit.Query(Db).Where(v => v.Country != "c1").CountAsync(), Is.EqualTo(20));
        Assert.That(await Visit.Query(Db).Where(v => v.Id.In(1, 2, 99)).CountAsync(), Is.EqualTo(2));
        Assert.That(await Visit.Query(Db).Where(v => v.Id != 1).CountAsync(), Is.EqualTo(29));
    }

    [Test]
    public async Task Units_and_transactions_keep_no_set_either()
    {
        await using (RomSession session = Db.OpenSession())
        {
            session.Add(new Visit { At = 1 });
            session.Add(new Visit { At = 2, Text = "even" });
            session.Add(new Seat { Row = "a", Number = 1, Guest = "Ann" });
            await session.CommitAsync();
        }

        await Db.TransactionAsync(async (tx, cancellation) =>
        {
            Assert.That(await tx.CountVerifiedAsync(Visit.Query(tx), cancellation), Is.EqualTo(2));
            tx.Add(new Visit { At = 3 });
        });
        Visit first = (await Visit.GetAsync(Db, 1))!;
        await first.Log.AddAsync(Db, "seen");
        first.At = null;
        await first.SaveAsync(Db);
        await first.SaveAsync(Db, SaveMode.Replace);
        Assert.That((await Visit.Query(Db).ToListAsync()).Select(v => v.At), Is.EqualTo(new int?[] { null, 2, 3 }));
        await first.DeleteAsync(Db);
        await first.SaveAsync(Db, SaveMode.Force);
        Assert.That(await Visit.Query(Db).CountAsync(), Is.EqualTo(3));
        Assert.That((await Seat.Query(Db).ToListAsync()).Single().Guest, Is.EqualTo("Ann"));
    }

    [Test]
    public async Task A_model_without_any_such_index_answers_what_its_indexes_find()
    {
        for (int i = 0; i < 10; i++)
            await new Login { Country = i % 2 == 0 ? "x" : null, Code = $"c{i}", Text = "some words", Place = new GeoPoint(i, 0) }.SaveAsync(Db);
        Assert.That(await Login.Query(Db).Where(l => l.Country == "x").CountAsync(), Is.EqualTo(5));
        Assert.That(await Login.Query(Db).Where(l => l.Country.IsNull() && l.Code != "c1").CountAsync(), Is.EqualTo(4));
        Assert.That(await Login.Query(Db).Where(l => l.Code.In("c1", "c2") || l.Place.Within(new GeoPoint(5, 0), 1, GeoUnit.Kilometers)).CountAsync(), Is.EqualTo(3));
        Assert.That((await Login.Query(Db).Where(l => l.Text.StartsWith("wor")).Take(3).ToListAsync()), Has.Count.EqualTo(3));
        Login one = (await Login.GetByCodeAsync(Db, "c3"))!;
        Assert.That((await Login.Query(Db).Where(l => l.Id == one.Id).ToListAsync()).Single().Code, Is.EqualTo("c3"));
    }

    [Test]
    public async Task A_model_without_any_such_index_refuses_what_must_look_at_every_row()
    {
        await new Login { Country = "x" }.SaveAsync(Db);
        Func<Login.Columns, Filter>[] conditions =
        [
            l => l.Country != "x", l => l.Code.IsNull(), l => !(l.Text.Contains("a") && l.Country == "x"), l => l.Country == "x" || l.Code != "c",
            l => l.Place.IsNotNull(), l => l.Id != Guid.Empty,
        ];
        foreach (Func<Login.Columns, Filter> condition in conditions)
        {
            Assert.ThrowsAsync<QueryException>(() => Login.Query(Db).Where(condition).ToListAsync());
            Assert.ThrowsAsync<QueryException>(() => Login.Query(Db).Where(condition).CountAsync());
        }

        Assert.That(Assert.ThrowsAsync<QueryException>(() => Login.Query(Db).ToListAsync())!.Message, Does.Contain("Login").And.Contain("Ordered index").And.Contain("Index = false"));
        Assert.ThrowsAsync<QueryException>(() => Login.Query(Db).CountAsync());
        Assert.That(await Login.Query(Db).Where(l => l.Country == "x" && l.Code.IsNull()).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_set_is_a_part_of_the_schema_and_a_rebuild_adds_and_removes_it()
    {
        await SaveAsync(250);
        Assert.ThrowsAsync<SchemaException>(() => ListedVisit.Query(Other).CountAsync());
        SchemaException refused = Assert.ThrowsAsync<SchemaException>(() => new ListedVisit().SaveAsync(Other))!;
        Assert.That(refused.Message, Does.Contain("keys not kept"));
        await Other.ReindexAsync<ListedVisit>();
        Assert.That(await ListedVisit.Query(Other).CountAsync(), Is.EqualTo(250));
        if (Kind == EngineKind.Redis) await KeyspaceVerifier.VerifyAsync(Raw, Prefix, ListedVisits);
        await Db.ReindexAsync<Visit>();
        Assert.That(await Visit.Query(Db).CountAsync(), Is.EqualTo(250));
        Assert.That((await Db.VerifyAsync<Visit>()).ToString(), Does.Contain("250 rows").And.Contain("nothing found"));
        if (Kind == EngineKind.Memory) return;
        await Raw.SortedSetAddAsync(Prefix + "{Visit}:keys", "1", 0);
        Assert.That((await Db.VerifyAsync<Visit>()).Findings.Single().Kind, Is.EqualTo(VerifyFindingKind.UnknownIndex));
        await Raw.KeyDeleteAsync(Prefix + "{Visit}:keys");
    }

    [Test]
    public async Task A_rebuild_that_stops_at_duplicates_leaves_no_set_behind()
    {
        await new Visit { At = 1 }.SaveAsync(Db);
        await new Visit { At = 1 }.SaveAsync(Db);
        Assert.ThrowsAsync<DuplicateValuesException>(() => Other.ReindexAsync<StrictVisit>());
        Assert.That(await Visit.Query(Db).CountAsync(), Is.EqualTo(2));
    }

    private static int? Time(long id) => id % 7 == 0 ? null : (int)(id * 5 % 11);

    private static IEnumerable<int?> Times(int count) => Enumerable.Range(1, count).Select(id => Time(id));

    /// <summary>By time, null first, ties by the key's text.</summary>
    private static IEnumerable<long> Sorted(int count) =>
        Enumerable.Range(1, count).Select(id => (long)id).OrderBy(id => Time(id) ?? -1).ThenBy(id => $"{id}", StringComparer.Ordinal);

    private async Task SaveAsync(int count)
    {
        for (int id = 1; id <= count; id++)
        {
            await new Visit { At = Time(id), Country = id % 3 == 0 ? null : $"c{id % 3}", Code = id % 4 == 0 ? $"k{id}" : null, Text = id % 2 == 0 ? "even" : "odd" }
                .SaveAsync(Db);
        }
    }

    private async Task<List<long>> IdsAsync(Func<Visit.Columns, Filter> condition) =>
        [.. (await Visit.Query(Db).Where(condition).ToListAsync()).Select(v => v.Id)];
}
