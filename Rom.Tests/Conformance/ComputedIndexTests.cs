using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Indexes over what a static method computes: they follow every input, whoever changes it.</summary>
public sealed class ComputedIndexTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>(), Metadata<Fragile, long, Fragile.Columns>()];

    [Test]
    public async Task One_text_answers_equality_and_null()
    {
        await SaveAsync(new() { Email = "a@x.org" }, new() { Email = "b@y.org" }, new() { Email = "none" }, new());
        Assert.That(await CountAsync(c => c.Domain == "x.org"), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Domain != "x.org"), Is.EqualTo(3));
        Assert.That(await CountAsync(c => c.Domain.IsNull()), Is.EqualTo(2), "null, and no address to call the method with");
        Assert.That(await CountAsync(c => c.Domain.In("x.org", "y.org")), Is.EqualTo(2));
    }

    [Test]
    public async Task It_follows_each_of_its_inputs()
    {
        Contact customer = new() { First = "Ann", Last = "Lee" };
        await SaveAsync(customer);
        customer.Last = "Poe";
        Assert.That(await customer.SaveAsync(Db), Is.EqualTo(1), "the derived field is no column");
        Assert.That(await CountAsync(c => c.Initials.Contains("L")), Is.Zero);
        Assert.That(await CountAsync(c => c.Initials.ContainsAll(new[] { "A", "P" })), Is.EqualTo(1));
        customer.First = null;
        await customer.SaveAsync(Db);
        Assert.That(await CountAsync(c => c.Initials.ContainsAny(new[] { "A", "Z" })), Is.Zero);
        await customer.DeleteAsync(Db);
    }

    [Test]
    public async Task Writers_of_two_inputs_both_succeed_and_the_index_has_both_changes()
    {
        Contact mine = new() { First = "Ann", Last = "Lee", High = 5 };
        await SaveAsync(mine);
        Contact theirs = (await Contact.GetAsync(Other, mine.Id))!;
        theirs.Last = "Poe";
        await theirs.SaveAsync(Other);
        mine.First = "Eve";
        await mine.SaveAsync(Db);
        Assert.That(await CountAsync(c => c.Initials.ContainsAll(new[] { "E", "P" })), Is.EqualTo(1));
        mine.Last = "Fox";
        Assert.ThrowsAsync<DataRaceException>(() => mine.SaveAsync(Db), "what this entity was loaded with was changed");
        mine.Last = "Lee";
        mine.First = "Ida";
        await mine.SaveAsync(Db);
        Assert.That((await Contact.GetAsync(Db, mine.Id))!.Last, Is.EqualTo("Poe"));
    }

    [Test]
    public async Task A_number_is_ordered_and_defaults_stand_in()
    {
        await SaveAsync(new() { High = 10 }, new() { High = 3, Low = 3 }, new());
        Assert.That(await CountAsync(c => c.Spread >= 0m && c.Spread < 8.5m), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Spread == 8.5m), Is.EqualTo(1));
        List<Contact> ordered = await Contact.Query(Db).OrderBy(c => c.Spread).ToListAsync();
        Assert.That(ordered.Select(c => c.High), Is.EqualTo(new int?[] { null, 3, 10 }));
    }

    [Test]
    public async Task What_is_computed_and_ordered_is_read_like_a_column()
    {
        await SaveAsync(new() { High = 10 }, new() { High = 3, Low = 3, First = "Ann", Last = "LEE" }, new());
        RomQuery<Contact, long, Contact.Columns> all = Contact.Query(Db);
        Assert.That(await all.OrderBy(c => c.Spread).Select(c => c.Spread, c => c.High).ToListAsync(), Is.EqualTo(new (decimal?, int?)[] { (null, null), (0m, 3), (8.5m, 10) }));
        Assert.That((await all.MinAsync(c => c.Spread), await all.MaxAsync(c => c.Spread), await all.SumAsync(c => c.Spread), await all.AverageAsync(c => c.Spread)), Is.EqualTo((0m, 8.5m, 8.5m, 4.25m)));
        Assert.That(await all.Where(c => c.Spread == 0).Select(c => c.FullName).FirstOrDefaultAsync(), Is.EqualTo("ann lee"), "folded, as it is stored");
        Assert.That(await all.Where(c => c.Spread == null).MaxAsync(c => c.Spread), Is.Null);
        Assert.That(await all.Select(c => c.Spread).Distinct().CountAsync(), Is.EqualTo(3));
        RomPage<decimal?> page = await all.OrderByDescending(c => c.Spread).Select(c => c.Spread).ToPageAsync(1);
        Assert.That((await all.OrderByDescending(c => c.Spread).Select(c => c.Spread).ToPageAsync(1, page.Next)).Items, Is.EqualTo(new decimal?[] { 0 }));
    }

    [Test]
    public async Task Several_texts_are_words_of_one_index()
    {
        await SaveAsync(new() { First = "Ann Mary", City = "Köln" }, new() { Last = "Mary" });
        Assert.That(await CountAsync(c => c.Anything.Contains("mary köln")), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Anything.StartsWith("ma")), Is.EqualTo(2));
    }

    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Upsert)]
    [TestCase(SaveMode.Replace)]
    public async Task Every_way_of_overwriting_keeps_it_right(SaveMode mode)
    {
        Contact customer = new() { First = "Ann", Email = "a@x.org", Nick = "Zed" };
        await SaveAsync(customer);
        Contact stale = (await Contact.GetAsync(Other, customer.Id))!;
        customer.Email = "a@y.org";
        customer.Last = "Lee";
        await customer.SaveAsync(Db);
        stale.Nick = null;
        await stale.SaveAsync(Other, mode);
        Assert.That(await CountAsync(c => c.Domain == "y.org"), Is.Zero);
        Assert.That(await CountAsync(c => c.Domain == "x.org"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_the_method_throws_names_model_index_and_key_and_nothing_is_written()
    {
        Contact customer = new() { Email = "a@x.org" };
        await SaveAsync(customer);
        customer.Email = "throw";
        RomException thrown = Assert.ThrowsAsync<RomException>(() => customer.SaveAsync(Db))!;
        Assert.That((thrown.Model, thrown.Column, thrown.Key), Is.EqualTo(("Contact", "Domain", Text(customer.Id))));
        Assert.That(thrown.Message, Does.Contain("DomainOf").And.Not.Contain("no address"));
        Assert.That(thrown.InnerException, Is.TypeOf<FormatException>());
        Assert.That((await Contact.GetAsync(Db, customer.Id))!.Email, Is.EqualTo("a@x.org"));
    }

    [Test]
    public async Task A_method_that_throws_on_what_is_stored_stops_what_needs_its_key_and_nothing_else()
    {
        Fragile row = new() { Text = "odd", Other = "a" };
        await row.SaveAsync(Db);
        Fragile.IsBroken.Value = true;
        Fragile loaded = (await Fragile.GetAsync(Db, row.Id))!;
        loaded.Other = "b";
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1), "another column needs no key of the index");
        Assert.That(await Fragile.PatchAsync(Db, row.Id, f => f.Other.Set("c")));
        await loaded.RefreshAsync(Db);
        loaded.Text = "even";
        foreach (AsyncTestDelegate change in new AsyncTestDelegate[]
        {
            () => loaded.SaveAsync(Db), () => loaded.SaveAsync(Db, SaveMode.Force), () => loaded.DeleteAsync(Db), () => Fragile.PatchAsync(Db, row.Id, f => f.Text.Set("even")),
        })
        {
            RomException thrown = Assert.ThrowsAsync<RomException>(change)!;
            Assert.That((thrown.Model, thrown.Column, thrown.Key, thrown.InnerException?.GetType()), Is.EqualTo(("Fragile", "Loud", Text(row.Id), typeof(FormatException))));
        }

        Fragile.IsBroken.Value = false;
        Fragile stored = (await Fragile.GetAsync(Other, row.Id))!;
        Assert.That((stored.Text, stored.Other), Is.EqualTo(("odd", "c")));
        Assert.That(await Fragile.Query(Db).Where(f => f.Loud == "ODD" && f.Other == "c").CountAsync(), Is.EqualTo(1));
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1));
        Assert.That(await loaded.DeleteAsync(Db));
    }

    private async Task SaveAsync(params Contact[] customers)
    {
        foreach (Contact customer in customers) await customer.SaveAsync(Db);
    }

    private Task<long> CountAsync(Func<Contact.Columns, Filter> filter) => Contact.Query(Db).Where(filter).CountAsync();

    private static string Text(long key) => key.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
