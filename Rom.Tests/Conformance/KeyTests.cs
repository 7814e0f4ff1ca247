using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class KeyTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Line, (long, int), Line.Columns>(),
        Metadata<Place, (string, string, Guid, Plane, bool, DateOnly), Place.Columns>(),
        Metadata<Article, string, Article.Columns>(),
    ];

    [Test]
    public async Task A_key_of_several_parts_finds_its_row()
    {
        await new Line { Order = 1, Number = 12, Text = "a" }.SaveAsync(Db);
        await new Line { Order = 11, Number = 2, Text = "b", Code = "c" }.SaveAsync(Db);
        await new Line { Order = 0, Number = 0, Text = "zero" }.SaveAsync(Db);

        Assert.That((await Line.GetAsync(Other, 1, 12))!.Text, Is.EqualTo("a"));
        Assert.That((await Line.GetAsync(Other, (Order: 11, Number: 2)))!.Text, Is.EqualTo("b"));
        Assert.That((await Line.GetAsync(Other, 0, 0))!.Text, Is.EqualTo("zero"), "no part is assigned by the store");
        Assert.That(await Line.GetAsync(Other, 1, 2), Is.Null);
        Assert.That((await Line.GetAsync(Other, [(11, 2), (5, 5), (1, 12), (11, 2)])).Select(line => line.Text), Is.EqualTo(new[] { "b", "a", "b" }));
        Assert.That((await Line.GetByCodeAsync(Other, "c"))!.Number, Is.EqualTo(2));
        Assert.That(await Line.Query(Db).Where(l => l.Order >= 1).OrderByDescending(l => l.Order).ToListAsync(),
            Has.Count.EqualTo(2).And.ItemAt(0).Property("Order").EqualTo(11));
    }

    [Test]
    public async Task The_parts_of_a_key_never_change()
    {
        Line line = new() { Order = 1, Number = 2 };
        await line.SaveAsync(Db);
        line.Number = 3;

        RomException changed = Assert.ThrowsAsync<RomException>(() => line.SaveAsync(Db))!;
        Assert.That((changed.Model, changed.Key, changed.Column), Is.EqualTo(("Line", "1:2", "Order, Number")));
        Line copy = line.Copy();
        await copy.SaveAsync(Db);
        Assert.That((copy.Order, copy.Number), Is.EqualTo((1L, 3)));
        Assert.ThrowsAsync<DuplicateKeyException>(() => line.Copy().SaveAsync(Db));
        line.Number = 2;
        Assert.That(await line.DeleteAsync(Db));
        Assert.That(await Line.Query(Db).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Saves_of_a_key_of_several_parts_go_through_every_mode()
    {
        Line line = new() { Order = 1, Number = 2, Text = "a" };
        await line.SaveAsync(Db, SaveMode.Upsert);
        line.Text = "b";
        Assert.That(await line.SaveAsync(Db), Is.EqualTo(1));
        await new Line { Order = 1, Number = 2, Text = "c" }.SaveAsync(Db, SaveMode.Replace);
        await line.RefreshAsync(Db);
        Assert.That(line.Text, Is.EqualTo("c"));
        await line.SaveAsync(Db, SaveMode.Force);
        Assert.That(line.ToDictionary().Keys, Is.EqualTo(new[] { "Order", "Number", "Code", "Text" }));
    }

    [Test]
    public async Task Different_keys_have_different_rows_whatever_is_in_their_parts()
    {
        string[] texts = ["", ":", "\\", "\\:", ":\\", "a", "a:", ":a", "a\\", "{", "\0", "é"];
        (string Street, string Door)[] keys = [.. texts.SelectMany(street => texts, (street, door) => (street, door))];
        foreach ((string street, string door) in keys)
            await new Place { Street = street, Door = door, Note = $"{street}|{door}" }.SaveAsync(Db, SaveMode.Insert);

        Assert.That(await Place.Query(Db).CountAsync(), Is.EqualTo(keys.Length));
        List<Place> loaded = await Place.GetAsync(Other, keys.Select(key => (key.Street, key.Door, Guid.Empty, default(Plane), false, default(DateOnly))));
        Assert.That(loaded.Select(place => place.Note), Is.EqualTo(keys.Select(key => $"{key.Street}|{key.Door}")));
    }

    [Test]
    public async Task Parts_of_every_type_come_back()
    {
        Guid owner = Guid.NewGuid();
        Place place = new() { Street = "s", Door = "d", Rear = true, Built = new DateOnly(2026, 1, 2) };
        place.Own(owner, Plane.Low);
        await place.SaveAsync(Db);
        await new Place { Street = "s", Door = "d", Rear = true }.SaveAsync(Db);

        Place loaded = (await Place.GetAsync(Other, "s", "d", owner, Plane.Low, true, new DateOnly(2026, 1, 2)))!;
        Assert.That((loaded.Owner, loaded.Plane, loaded.Rear), Is.EqualTo((owner, Plane.Low, true)));
        Assert.That(Decoded<Place, (string, string, Guid, Plane, bool, DateOnly), Place.Columns>(("a:", "\\", owner, Plane.High, false, DateOnly.MaxValue)),
            Is.EqualTo(("a:", "\\", owner, Plane.High, false, DateOnly.MaxValue)));
    }

    [Test]
    public async Task A_method_may_make_the_text_of_a_key()
    {
        await new Article { Slug = "Hello", Title = "one" }.SaveAsync(Db);

        Assert.That((await Article.GetAsync(Other, "HELLO"))!.Slug, Is.EqualTo("Hello"), "as it was saved");
        Assert.ThrowsAsync<DuplicateKeyException>(() => new Article { Slug = "hello" }.SaveAsync(Db));
        Article article = (await Article.GetAsync(Other, ["hello"])).Single();
        article.Slug = "HELLO";
        Assert.That(await article.SaveAsync(Db), Is.EqualTo(1), "the key is the same");
        Assert.That((await Article.Query(Db).Where(a => a.Title == "one").FirstOrDefaultAsync())!.Slug, Is.EqualTo("HELLO"));
        Assert.That(await article.DeleteAsync(Db));
    }

    [Test]
    public void A_key_with_a_part_that_is_null_is_refused()
    {
        RomException missing = Assert.ThrowsAsync<RomException>(() => new Place { Street = "s", Door = null! }.SaveAsync(Db))!;
        Assert.That(missing.Message, Does.Contain("set Street, Door, Owner, Plane, Rear, Built first"));
    }

    private static TKey Decoded<TModel, TKey, TColumns>(TKey key)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.DecodeKey(TModel.EncodeKey(key)!);
}
