using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Uniques, computed indexes, indexes of elements and tokenizers that a generic base class declares work in each model of it.</summary>
public sealed class InheritedIndexTests(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly Guid Mark = new("0191d1c8-0000-7000-8000-0123456789ab");

    protected override ModelMetadata[] VerifiedModels => [Metadata<Depot.Shelf, (string, int), Depot.Shelf.Columns>(), Metadata<Depot.Item, long, Depot.Item.Columns>()];

    [Test]
    public async Task Uniques_of_the_class_hold_within_each_model()
    {
        await ShelfAsync("a", s => (s.Region, s.Code) = ("DE", "1"));
        await new Depot.Item { Region = "DE", Code = "1" }.SaveAsync(Db);
        Assert.ThrowsAsync<UniqueViolationException>(() => new Depot.Item { Region = "DE", Code = "1" }.SaveAsync(Db));
        Assert.That((await Depot.Shelf.GetByRegionAndCodeAsync(Other, "DE", "1"))!.Hall, Is.EqualTo("a"));
        Assert.That((await Depot.Item.GetByRegionAndCodeAsync(Other, "DE", "1"))!.Id, Is.EqualTo(1));
    }

    [Test]
    public async Task Elements_several_columns_and_computed_texts_are_found_and_follow()
    {
        Depot.Shelf shelf = await ShelfAsync("a", s => (s.Region, s.Code, s.Weight, s.Marks) = ("DE", "x", 2.50m, [Mark, Guid.Empty]));
        Depot.Item item = new() { Region = "DE", Code = "y", Weight = 7, Marks = ["red", null] };
        await item.SaveAsync(Db);
        Assert.That(await Depot.Shelf.Query(Db).Where(s => s.Marks.Contains(Mark) && s.Region == "DE" && s.Weight == 2.5m && s.Slug == "de-X").CountAsync(), Is.EqualTo(1));
        Assert.That(await Depot.Item.Query(Db).Where(i => i.Marks.Contains("red") && i.Slug.StartsWith("DE-")).CountAsync(), Is.EqualTo(1));
        shelf.Marks.Remove(Mark);
        shelf.Code = "z";
        await shelf.SaveAsync(Db);
        Assert.That(await Depot.Shelf.Query(Db).Where(s => s.Marks.Contains(Mark) || s.Slug == "de-x").CountAsync(), Is.Zero);
        Assert.That(await Depot.Shelf.Query(Db).Where(s => s.Slug == "DE-z" && s.Marks.Contains(Guid.Empty)).CountAsync(), Is.EqualTo(1));
        await item.DeleteAsync(Db);
        Assert.That(await Depot.Item.Query(Db).Where(i => i.Slug.IsNotNull()).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_point_of_two_columns_is_found_moves_and_goes()
    {
        Depot.Item item = new() { Longitude = 13.4, Latitude = 52.5 }, far = new() { Longitude = -70, Latitude = -33 }, none = new() { Longitude = 13.4 }, pole = new() { Longitude = 0, Latitude = 89 };
        foreach (Depot.Item one in new[] { item, far, none, pole }) await one.SaveAsync(Db);
        await NearAsync(13.4, 52.5, 1);
        await NearAsync(-70, -33, 2);
        Assert.That(await Depot.Item.Query(Db).Where(i => i.Spot.IsNull()).CountAsync(), Is.EqualTo(2), "no value to call the method with, and no point of it");
        Depot.Item other = (await Depot.Item.GetAsync(Other, 1))!;
        other.Latitude = 53.5;
        await other.SaveAsync(Other);
        item.Longitude = 14.4;
        await item.SaveAsync(Db);
        await NearAsync(13.4, 52.5);
        await NearAsync(14.4, 52.5);
        await NearAsync(14.4, 53.5, 1);
        item.Latitude = null;
        Assert.ThrowsAsync<DataRaceException>(() => item.SaveAsync(Db));
        await item.RefreshAsync(Db);
        item.Latitude = null;
        await item.SaveAsync(Db);
        await NearAsync(14.4, 53.5);
        await far.DeleteAsync(Db);
        await NearAsync(-70, -33);
        Assert.That(await Depot.Item.Query(Db).Where(i => i.Spot.IsNull()).CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_stemmer_with_stop_words_makes_the_words_of_rows_and_queries()
    {
        foreach (string about in new[] { "The painting of ships", "paint a ship", "the of", "Ships' bell" }) await new Depot.Item { About = about }.SaveAsync(Db);
        await FindsAsync(i => i.About.Contains("PAINTS the ships"), 1, 2);
        await FindsAsync(i => i.About.Contains("ship"), 1, 2, 4);
        await FindsAsync(i => i.About.ContainsAny("bells painting"), 1, 2, 4);
        await FindsAsync(i => i.About.Contains("the"));
        await FindsAsync(i => !i.About.Contains("ship"), 3);
        await FindsAsync(i => i.About.IsNotNull(), 1, 2, 3, 4);
        Depot.Item item = (await Depot.Item.GetAsync(Db, 1))!;
        item.About = "the paint of a ship";
        await item.SaveAsync(Db);
        await FindsAsync(i => i.About.Contains("ships paint"), 1, 2);
    }

    [Test]
    public async Task What_a_tokenizer_throws_stops_a_save_and_a_query()
    {
        Depot.Item item = new() { About = "right" };
        await item.SaveAsync(Db);
        item.About = "this will fail";
        RomException failed = Assert.ThrowsAsync<RomException>(() => item.SaveAsync(Db))!;
        Assert.That((failed.Model, failed.Key, failed.Column, failed.InnerException?.GetType()), Is.EqualTo(("Item", "1", "About", typeof(FormatException))));
        Assert.That(failed.Message, Does.Contain(nameof(Stems)));
        await FindsAsync(i => i.About.Contains("right"), 1);
        Assert.That(() => Depot.Item.Query(Db).Where(i => i.About.Contains("fail")), Throws.TypeOf<FormatException>(), "the caller's own text");
    }

    private async Task NearAsync(double longitude, double latitude, params long[] ids) =>
        await FindsAsync(i => i.Spot.Within(new GeoPoint(longitude, latitude), 10), ids);

    private async Task FindsAsync(Func<Depot.Item.Columns, Filter> filter, params long[] ids) =>
        Assert.That((await Depot.Item.Query(Other).Where(filter).ToListAsync()).Select(item => item.Id).Order(), Is.EqualTo(ids));

    private async Task<Depot.Shelf> ShelfAsync(string hall, Action<Depot.Shelf> set)
    {
        Depot.Shelf shelf = new() { Hall = hall, Number = 1 };
        set(shelf);
        await shelf.SaveAsync(Db);
        return shelf;
    }
}
