using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Nested values come back as they were saved, and a change inside one is a change of its column and of no other.</summary>
public sealed class NestedTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Customer, long, Customer.Columns>()];

    [Test]
    public async Task Every_kind_of_value_round_trips()
    {
        Customer saved = Full();
        await saved.SaveAsync(Db);
        Customer loaded = (await Customer.GetAsync(Other, saved.Id))!;
        Assert.That(loaded.Tags, Is.EqualTo(new[] { "a", "", "ü" }));
        Assert.That(loaded.Notes, Is.Null);
        Assert.That(loaded.Phones.Select(phone => (phone.Number, phone.Kind, phone.Extension)),
            Is.EqualTo(new[] { ("1", PhoneKind.Mobile, (int?)null), ("2", PhoneKind.Home, 7) }));
        Assert.That((loaded.Home!.City, loaded.Home.Street, loaded.Home.Zip), Is.EqualTo(("Köln", (string?)null, 50667)));
        Assert.That(loaded.Home.Phones.Single().Number, Is.EqualTo("3"));
        Assert.That(loaded.Opening, Is.EqualTo(new Hours(-9, 17)));
        Assert.That(loaded.Break, Is.EqualTo(new Hours(12, 13)));
        Assert.That(loaded.Scores, Is.EqualTo(new[] { long.MinValue, -1, 0, 9007199254740993 }));
        Assert.That(loaded.Groups, Is.EquivalentTo(new[] { "x", "y" }));
        Assert.That(loaded.Prices, Is.EqualTo(new Dictionary<string, decimal> { ["b"] = 1.50m, ["a"] = -2m }));
        Assert.That(loaded.Steps, Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(loaded.Range, Is.EqualTo((1, (string?)"z")));
        Assert.That(loaded.Tree!.Branches.Single().Twin!.Name, Is.EqualTo("leaf"));
        Assert.That(await loaded.SaveAsync(Db), Is.Zero, "nothing changed");
    }

    [Test]
    public async Task A_change_inside_is_noticed()
    {
        Customer customer = Full();
        await customer.SaveAsync(Db);
        customer.Phones[1].Extension = 8;
        Assert.That(await customer.SaveAsync(Db), Is.EqualTo(1));
        customer.Tree!.Branches[0].Twin!.Branches.Add(new Branch());
        customer.Prices!["c"] = 1;
        Assert.That(await customer.SaveAsync(Db), Is.EqualTo(2));
        Customer loaded = (await Customer.GetAsync(Other, customer.Id))!;
        Assert.That(loaded.Phones[1].Extension, Is.EqualTo(8));
        Assert.That(loaded.Tree!.Branches[0].Twin!.Branches, Has.Count.EqualTo(1));
        Assert.That(loaded.Prices!.Keys, Is.EqualTo(new[] { "b", "a", "c" }), "in the order in which they were added");
    }

    [Test]
    public async Task Empty_and_null_are_two_values()
    {
        Customer customer = new() { Name = "n", Notes = [], Groups = null };
        await customer.SaveAsync(Db);
        Customer loaded = (await Customer.GetAsync(Db, customer.Id))!;
        Assert.That(loaded.Notes, Is.Not.Null.And.Empty);
        Assert.That(loaded.Groups, Is.Null);
        loaded.Notes = null;
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1));
        Assert.That((await Customer.GetAsync(Db, customer.Id))!.Notes, Is.Null);
    }

    [Test]
    public async Task Equal_sets_are_no_change()
    {
        Customer customer = new() { Name = "n", Groups = ["x", "y", "zebra"] };
        await customer.SaveAsync(Db);
        customer.Groups = ["zebra", "y", "x"];
        Assert.That(await customer.SaveAsync(Db), Is.Zero);
    }

    [Test]
    public async Task Writers_of_one_nested_column_race_and_writers_of_two_do_not()
    {
        Customer one = Full();
        await one.SaveAsync(Db);
        Customer two = (await Customer.GetAsync(Other, one.Id))!, three = (await Customer.GetAsync(Other, one.Id))!;
        one.Phones[0].Number = "10";
        await one.SaveAsync(Db);
        two.Tags.Add("more");
        await two.SaveAsync(Other);
        three.Phones[0].Number = "11";
        Assert.ThrowsAsync<DataRaceException>(() => three.SaveAsync(Other));
        await one.RefreshAsync(Db);
        Assert.That((one.Phones[0].Number, one.Tags.Count), Is.EqualTo(("10", 4)));
    }

    [Test]
    public void A_copy_shares_nothing()
    {
        Customer customer = Full();
        Customer copy = customer.Copy();
        copy.Phones[0].Number = "other";
        copy.Home!.Phones.Clear();
        copy.Scores![0] = 0;
        Assert.That((customer.Phones[0].Number, customer.Home!.Phones.Count, customer.Scores![0]), Is.EqualTo(("1", 1, long.MinValue)));
        Assert.That(customer.ToDictionary()["Phones"], Is.SameAs(customer.Phones));
    }

    [Test]
    public void An_object_that_contains_itself_is_refused()
    {
        Branch loop = new();
        loop.Twin = loop;
        Customer customer = new() { Name = "n", Tree = loop };
        InvalidValueException e = Assert.ThrowsAsync<InvalidValueException>(() => customer.SaveAsync(Db))!;
        Assert.That((e.Model, e.Column), Is.EqualTo(("C", "Tree")));
        Assert.That(e.Message, Does.Contain("nested deeper than 128 levels").And.Contain("at the member 'Branches'"));
        Assert.That(() => customer.Copy(), Throws.InstanceOf<InvalidValueException>());
    }

    [Test]
    public void What_cannot_be_stored_is_refused_before_anything_is_written()
    {
        Customer surrogate = new() { Name = "n", Tags = ["\ud800"] };
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => surrogate.SaveAsync(Db))!.Column, Is.EqualTo("Tags"));
        Customer nothing = new() { Name = "n", Tags = [null!] };
        Assert.That(Assert.ThrowsAsync<MissingValueException>(() => nothing.SaveAsync(Db))!.Column, Is.EqualTo("Tags"));
        Customer derived = new() { Name = "n", Phones = [new Car { Number = "1", Plate = "2" }] };
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => derived.SaveAsync(Db))!.Message, Does.Contain("holds a value of type Car where its type says Phone"));
    }

    private static Customer Full() => new()
    {
        Name = "n", Tags = ["a", "", "ü"],
        Phones = [new() { Number = "1", Kind = PhoneKind.Mobile }, new() { Number = "2", Extension = 7 }],
        Home = new Address("Köln", null, 50667) { Phones = [new() { Number = "3" }] },
        Opening = new Hours(-9, 17), Break = new Hours(12, 13), Scores = [long.MinValue, -1, 0, 9007199254740993],
        Groups = ["y", "x"], Prices = new() { ["b"] = 1.50m, ["a"] = -2m }, Steps = [1, 2, 3], Range = (1, "z"),
        Tree = new() { Name = "root", Branches = [new() { Twin = new() { Name = "leaf" } }] },
    };

    private sealed class Car : Phone
    {
        public string? Plate { get; set; }
    }
}
