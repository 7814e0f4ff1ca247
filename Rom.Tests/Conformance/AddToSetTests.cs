using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Values that a patch adds to collections which do not have them.</summary>
public sealed class AddToSetTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>(), Metadata<Customer, long, Customer.Columns>(), Metadata<Ledger, Guid, Ledger.Columns>()];

    [Test]
    public async Task Every_kind_of_collection_takes_a_value_once()
    {
        Customer customer = new() { Name = "n", Tags = ["a"], Phones = [new Phone { Number = "1", Kind = PhoneKind.Home }] };
        await customer.SaveAsync(Db);
        for (int round = 0; round < 2; round++)
        {
            Assert.That(await Customer.PatchAsync(Db, customer.Id,
                c => c.Tags.AddToSet("b"), c => c.Tags.AddToSet("a"), c => c.Notes.AddToSet("first"), c => c.Scores.AddToSet(long.MaxValue), c => c.Groups.AddToSet("g"),
                c => c.Steps.AddToSet(3), c => c.Phones.AddToSet(new Phone { Number = "2" })), Is.True);
        }

        long before = Db.RoundTrips;
        await Customer.PatchAsync(Db, customer.Id, c => c.Phones.AddToSet(new Phone { Number = "1", Kind = PhoneKind.Home }));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1), "one with the same stored bytes is there: nothing to write");
        Customer stored = (await Customer.GetAsync(Other, customer.Id))!;
        Assert.That(stored.Tags, Is.EqualTo(new[] { "a", "b" }), "at the end, in the order of the patches");
        Assert.That((stored.Notes, stored.Scores, stored.Groups, stored.Steps), Is.EqualTo((new[] { "first" }, new[] { long.MaxValue }, new[] { "g" }, new[] { 3 })));
        Assert.That(stored.Phones.Select(phone => phone.Number), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task Immutable_arrays_interfaces_nulls_and_values_that_are_equal_by_their_bytes()
    {
        Ledger ledger = new();
        await ledger.SaveAsync(Db);
        for (int round = 0; round < 2; round++)
        {
            await Ledger.PatchAsync(Db, ledger.Id,
                l => l.Codes.AddToSet(1), l => l.Rates.AddToSet(null), l => l.Rates.AddToSet(1.0m), l => l.Holders.AddToSet("h"), l => l.Seals.AddToSet(new byte[] { 1, 2 }));
        }

        await Ledger.PatchAsync(Db, ledger.Id, l => l.Rates.AddToSet(1.00m));
        Ledger stored = (await Ledger.GetAsync(Other, ledger.Id))!;
        Assert.That((stored.Codes, stored.Rates!.Value, stored.Holders, stored.Seals), Is.EqualTo((new[] { 1 }, new decimal?[] { null, 1.0m }, new[] { "h" }, new byte[][] { [1, 2] })));
    }

    [Test]
    public async Task Entries_of_elements_and_of_words_follow()
    {
        Contact contact = new() { Labels = ["Red"], Numbers = [1], Lines = ["one line"] };
        await contact.SaveAsync(Db);
        await Contact.PatchAsync(Db, contact.Id, c => c.Labels.AddToSet("Blue"), c => c.Numbers.AddToSet(long.MinValue), c => c.Lines.AddToSet("another text"));
        Assert.That(await Contact.Query(Other)
            .Where(c => c.Labels.ContainsAll(new[] { "red", "blue" }) && c.Numbers.ContainsAll(new[] { 1, long.MinValue }) && c.Lines.Contains("line text")).CountAsync(), Is.EqualTo(1));
        await Contact.PatchAsync(Db, contact.Id, c => c.Labels.AddToSet("BLUE"), c => c.Labels.AddToSet(null));
        Assert.That((await Contact.GetAsync(Other, contact.Id))!.Labels, Is.EqualTo(new[] { "Red", "Blue", "BLUE", null }), "values are compared as they are, whatever an index folds");
    }

    [Test]
    public async Task Clients_that_add_at_once_lose_nothing_and_add_nothing_twice()
    {
        Contact contact = new();
        await contact.SaveAsync(Db);
        RomException?[] errors = await Race.RunAsync(4, async runner =>
        {
            for (int i = 0; i < 10; i++) await Contact.PatchAsync(runner % 2 == 0 ? Db : Other, contact.Id, c => c.Numbers.AddToSet(i), c => c.Labels.AddToSet($"{i}"));
        });
        Assert.That(errors, Is.All.Null);
        Contact stored = (await Contact.GetAsync(Other, contact.Id))!;
        Assert.That(stored.Numbers, Is.EquivalentTo(Enumerable.Range(0, 10)));
        Assert.That(stored.Labels, Is.EquivalentTo(Enumerable.Range(0, 10).Select(i => $"{i}")));
    }
}
