using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Uniques over several columns, over computed text, and those that ignore letter case.</summary>
public sealed class CompositeUniqueTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [Test]
    public async Task Several_columns_together_are_found_and_are_not_taken_twice()
    {
        Contact customer = new() { Country = "DE", Number = 7 };
        await customer.SaveAsync(Db);
        await new Contact { Country = "DE", Number = 8 }.SaveAsync(Db);
        Assert.That((await Contact.GetByCountryAndNumberAsync(Db, "DE", 7))!.Id, Is.EqualTo(customer.Id));
        Assert.That(await Contact.GetByCountryAndNumberAsync(Db, "FR", 7), Is.Null);
        UniqueViolationException taken = Assert.ThrowsAsync<UniqueViolationException>(() => new Contact { Country = "DE", Number = 7 }.SaveAsync(Db))!;
        Assert.That(taken.Message, Does.Contain("Country and Number"));
        Assert.That(taken.OwnerKey, Is.EqualTo(Text(customer.Id)));
        customer.Number = 8;
        Assert.ThrowsAsync<UniqueViolationException>(() => customer.SaveAsync(Db));
        customer.Number = 9;
        await customer.SaveAsync(Db);
        await new Contact { Country = "DE", Number = 7 }.SaveAsync(Db);
    }

    [Test]
    public async Task Null_in_any_part_is_no_duplicate()
    {
        for (int i = 0; i < 2; i++)
        {
            await new Contact { Country = "DE" }.SaveAsync(Db);
            await new Contact { Number = 7 }.SaveAsync(Db);
        }

        Assert.That(await Contact.GetByCountryAndNumberAsync(Db, "DE", null), Is.Null);
    }

    /// <summary>rom joins the parts with NULs, so that values with NULs meet (DI-13).</summary>
    [Test]
    public async Task Parts_never_run_into_each_other()
    {
        string[] parts = ["", "a", "\0", "\u0001", "a\0", "\0a", "\0\u0001", "\0\u0001a", "a\0\u0001", "\u00FF", "\0\u00FF"];
        int saved = 0;
        foreach (string first in parts)
        {
            foreach (string last in parts)
            {
                await new Contact { First = first, Last = last }.SaveAsync(Db);
                saved++;
            }
        }

        foreach (string first in parts)
            foreach (string last in parts) Assert.That((await Contact.GetByFirstAndLastAsync(Db, first, last))!.Last, Is.EqualTo(last));
        Assert.That(await Contact.Query(Db).CountAsync(), Is.EqualTo(saved));
    }

    [Test]
    public async Task Writers_of_two_parts_cannot_make_a_duplicate()
    {
        await new Contact { Country = "FR", Number = 2 }.SaveAsync(Db);
        Contact mine = new() { Country = "DE", Number = 1 };
        await mine.SaveAsync(Db);
        Contact theirs = (await Contact.GetAsync(Other, mine.Id))!;
        theirs.Country = "FR";
        await theirs.SaveAsync(Other);
        mine.Number = 2;
        Assert.ThrowsAsync<UniqueViolationException>(() => mine.SaveAsync(Db));
    }

    [Test]
    public async Task Letter_case_is_ignored_where_asked()
    {
        await new Contact { Handle = "Straße", First = "ANN", Last = "Lee" }.SaveAsync(Db);
        Assert.That(await Contact.GetByHandleAsync(Db, "STRAßE"), Is.Not.Null);
        Assert.That((await Contact.GetByHandleAsync(Db, "straße"))!.Handle, Is.EqualTo("Straße"), "the stored value stays as it was written");
        Assert.That(await Contact.GetByFirstAndLastAsync(Db, "ann", "LEE"), Is.Not.Null);
        Assert.ThrowsAsync<UniqueViolationException>(() => new Contact { Handle = "STRAßE" }.SaveAsync(Db));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Contact { First = "Ann", Last = "lee" }.SaveAsync(Db));
    }

    [Test]
    public async Task Computed_text_is_unique_and_found()
    {
        Contact customer = new() { Email = "Ann+shop@x.org" };
        await customer.SaveAsync(Db);
        Assert.That((await Contact.GetByMailboxAsync(Db, "ANN"))!.Id, Is.EqualTo(customer.Id));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Contact { Email = "ann@y.org" }.SaveAsync(Db));
        Assert.That(await Contact.Query(Db).Where(c => c.Mailbox == "ann" && c.Email.StartsWith("Ann")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Contact.Query(Db).Where(c => c.Mailbox != "ann" || c.Handle.In("x", "Y")).CountAsync(), Is.Zero);
        Assert.That(() => Contact.Query(Db).Where(c => c.Mailbox == null), Throws.TypeOf<QueryException>());
        customer.Email = "bob@x.org";
        await customer.SaveAsync(Db);
        await new Contact { Email = "ann@y.org" }.SaveAsync(Db);
        Assert.That((await Contact.GetByMailboxAsync(Db, "bob"))!.Email, Is.EqualTo("bob@x.org"));
        await new Contact { Email = "ЖУК日本😀@x.org" }.SaveAsync(Db);
        Assert.That((await Contact.GetByMailboxAsync(Db, "жук日本😀"))!.Email, Is.EqualTo("ЖУК日本😀@x.org"));
        Assert.That(await Contact.Query(Db).Where(c => c.Mailbox == "Жук日本😀").CountAsync(), Is.EqualTo(1));
    }

    private static string Text(long key) => key.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
