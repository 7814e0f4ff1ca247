using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What ROME and rom ask of one table: keys, ranges and orders of their numbers, aggregates, choices of columns.</summary>
public sealed class KeyQueryTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Rows = 120;

    protected override ModelMetadata[] VerifiedModels => [Metadata<Dog, long, Dog.Columns>()];

    private RomQuery<Dog, long, Dog.Columns> All => Dog.Query(Db);

    [SetUp]
    public async Task FillAsync() =>
        await Db.SaveAllAsync(Enumerable.Range(1, Rows).Select(i => new Dog { Id = i, Number = i, Name = i % 3 == 0 ? "rex" : $"dog{i}", Age = i % 5 == 0 ? null : i % 10 }));

    [Test]
    public async Task Open_ranges_of_numbers_are_counted_and_come_in_their_order()
    {
        Assert.That(await KeysAsync(All.Where(d => d.Number >= 8 && d.Number < 12)), Is.EqualTo(new long[] { 8, 9, 10, 11 }));
        Assert.That(await KeysAsync(All.Where(d => d.Number > 118)), Is.EqualTo(new long[] { 119, 120 }));
        Assert.That(await KeysAsync(All.Where(d => d.Number <= 2)), Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(await All.Where(d => d.Id != 7).CountAsync(), Is.EqualTo(Rows - 1));
        Assert.That(await KeysAsync(All.Where(d => d.Id == 7 && d.Name == "dog7")), Is.EqualTo(new long[] { 7 }));
        Assert.That(await KeysAsync(All.Where(d => d.Name == "rex" && d.Number < 10)), Is.EquivalentTo(new long[] { 3, 6, 9 }));
    }

    [Test]
    public async Task Rows_are_ordered_and_paged_by_a_number_and_without_it_by_the_text_of_the_key()
    {
        Assert.That(await KeysAsync(All.OrderBy(d => d.Number)), Is.EqualTo(Enumerable.Range(1, Rows)));
        Assert.That(await KeysAsync(All.OrderByDescending(d => d.Number).Skip(1).Take(2)), Is.EqualTo(new long[] { 119, 118 }));
        RomPage<Dog> page = await All.OrderBy(d => d.Number).ToPageAsync(9);
        Assert.That((await All.OrderBy(d => d.Number).ToPageAsync(2, page.Next)).Items.Select(dog => dog.Id), Is.EqualTo(new long[] { 10, 11 }));
        Assert.That(await KeysAsync(All.Take(4)), Is.EqualTo(new long[] { 1, 10, 100, 101 }), "without an order by the text of the key");
    }

    [Test]
    public async Task Counts_sums_and_extremes_of_the_key_over_a_whole_table()
    {
        Assert.That((await All.CountAsync(), await All.SumAsync(d => d.Id)), Is.EqualTo(((long)Rows, Rows * (Rows + 1L) / 2)));
        Assert.That((await All.MinAsync(d => d.Number), await All.MaxAsync(d => d.Number)), Is.EqualTo((1L, (long)Rows)));
        Assert.That(await All.AverageAsync(d => d.Id), Is.EqualTo((Rows + 1) / 2.0));
    }

    [Test]
    public async Task Columns_are_chosen_singly_and_together_and_duplicates_stay()
    {
        RomOrderedQuery<Dog, long, Dog.Columns> first = All.OrderBy(d => d.Number);
        Assert.That(await first.Take(3).Select(d => d.Id).ToListAsync(), Is.EqualTo(new long[] { 1, 2, 3 }));
        Assert.That(await first.Take(3).Select(d => d.Name).ToListAsync(), Is.EqualTo(new[] { "dog1", "dog2", "rex" }));
        Assert.That(await first.Skip(3).Take(2).Select(d => d.Id, d => d.Name, d => d.Age).ToListAsync(), Is.EqualTo(new[] { (4L, "dog4", (int?)4), (5L, "dog5", null) }));
        Assert.That(await All.Where(d => d.Name == "rex").Select(d => d.Name).ToListAsync(), Has.Count.EqualTo(Rows / 3).And.All.EqualTo("rex"));
        Assert.That(await first.Select(d => d.Name).FirstOrDefaultAsync(), Is.EqualTo("dog1"), "the first row too has the chosen columns only");
    }

    [Test]
    public async Task A_column_may_have_any_name_in_the_store()
    {
        Assert.That(await KeysAsync(All.Where(d => d.Name == "rex" && d.Age == 3)), Is.EquivalentTo(Enumerable.Range(1, Rows).Where(i => i % 3 == 0 && i % 10 == 3)));
        Assert.That(await All.Where(d => !d.Name.In("rex", "dog1") && d.Age == null).CountAsync(), Is.EqualTo(Enumerable.Range(1, Rows).Count(i => i % 3 != 0 && i % 5 == 0)));
        Assert.That(await All.OrderBy(d => d.Age).ThenByDescending(d => d.Number).Take(2).Select(d => d.Number).ToListAsync(), Is.EqualTo(new long[] { 120, 115 }));
    }

    private static async Task<long[]> KeysAsync(RomQuery<Dog, long, Dog.Columns> query) => [.. (await query.ToListAsync()).Select(dog => dog.Id)];
}
