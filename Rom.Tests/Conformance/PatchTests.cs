using System.Globalization;
using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Changes by key, computed from what the row holds.</summary>
public sealed class PatchTests(EngineKind kind) : RaceFixture(kind)
{
    [Test]
    public void A_change_that_is_null_is_refused()
    {
        Assert.That(() => Person.PatchAsync(Db, 1, _ => (Patch<Person>)null!), Throws.ArgumentException.With.Message.Contains("A change of P is null"));
        Assert.That(() => Person.UpdateIfAsync(Db, 1, p => p.Age == 1, _ => (Patch<Person>[])null!), Throws.ArgumentException);
    }

    [Test]
    public async Task Columns_are_set_cleared_added_to_and_appended_to_with_their_indexes()
    {
        Person person = await StoredAsync();
        Assert.That(await Person.PatchAsync(Db, person.Id,
            p => p.Balance.Add(0.50m), p => p.Age.Add(-5), p => p.Points.Add(1), p => p.Bio.Append(" patched"), p => p.City.Clear(),
            p => p.Email.Set("new@b"), p => p.Status.Set(Status.Closed), p => p.Nick.Set(null)), Is.True);
        Person stored = (await Person.GetAsync(Other, person.Id))!;
        Assert.That((stored.Balance, stored.Age, stored.Points, stored.Bio, stored.City, stored.Email, stored.Status, stored.Nick),
            Is.EqualTo((13.00m, 25, 9007199254740994, "Redis and Lua, scripted patched", (string?)null, "new@b", Status.Closed, (string?)null)));
        Assert.That((await Person.GetByEmailAsync(Other, "new@b"))!.Id, Is.EqualTo(person.Id));
        Assert.That(await Person.GetByEmailAsync(Other, "a@b"), Is.Null);
        Assert.That(await Person.Query(Other).Where(p => p.Points == 9007199254740994 && p.Bio.Contains("patched") && p.City == null).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_collection_expression_says_the_same_and_a_missing_row_is_false()
    {
        Person person = await StoredAsync();
        Assert.That(await Person.PatchAsync(Db, person.Id, p => [p.Age.Set(1), p.Note.Append("!")]), Is.True);
        Assert.That(((await Person.GetAsync(Other, person.Id))!.Age, (await Person.GetAsync(Other, person.Id))!.Note), Is.EqualTo((1, "note!")));
        Assert.That(await Person.PatchAsync(Db, 999, p => p.Age.Set(1)), Is.False);
        long before = Db.RoundTrips;
        Assert.That(await Person.PatchAsync(Db, person.Id, p => p.Age.Set(1)), Is.True);
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1), "what changes nothing is not written");
    }

    [Test]
    public async Task Null_counts_as_nothing_and_what_is_out_of_range_is_refused()
    {
        Person person = await StoredAsync();
        await Person.PatchAsync(Db, person.Id, p => p.Age.Clear(), p => p.Note.Clear());
        await Person.PatchAsync(Db, person.Id, p => p.Age.Add(3), p => p.Note.Append("x"));
        Person stored = (await Person.GetAsync(Other, person.Id))!;
        Assert.That((stored.Age, stored.Note), Is.EqualTo((3, "x")));
        InvalidValueException error = Assert.ThrowsAsync<InvalidValueException>(() => Person.PatchAsync(Db, person.Id, p => p.Points.Add(long.MaxValue)))!;
        Assert.That(error.Column, Is.EqualTo("Points"));
        Assert.ThrowsAsync<MissingValueException>(() => Person.PatchAsync(Db, person.Id, p => p.Email.Set(null!)));
        Person other = Full("taken@b");
        other.Passport = null;
        await other.SaveAsync(Db);
        Assert.ThrowsAsync<UniqueViolationException>(() => Person.PatchAsync(Db, person.Id, p => p.Email.Set("taken@b")));
    }

    [Test]
    public async Task Another_text_of_an_equal_value_keeps_the_entry_of_its_index()
    {
        Person person = await StoredAsync();
        await Person.PatchAsync(Db, person.Id, p => p.Balance.Set(1.5m), p => p.Age.Set(7));
        await Person.PatchAsync(Db, person.Id, p => p.Balance.Set(1.50m));
        Assert.That((await Person.GetAsync(Other, person.Id))!.Balance!.Value.ToString(CultureInfo.InvariantCulture), Is.EqualTo("1.50"));
        Assert.That(await Person.Query(Other).Where(p => p.Balance == 1.5m).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_appended_follows_the_value_and_not_its_stored_form()
    {
        Person person = await StoredAsync();
        foreach ((string? nick, string appended) in new (string?, string)[] { (null, "a"), ("", "b"), ("\0c", "d"), ("\0\0", "\0"), (null, "\0e") })
        {
            await Person.PatchAsync(Db, person.Id, p => p.Nick.Set(nick));
            await Person.PatchAsync(Db, person.Id, p => p.Nick.Append(appended));
            Assert.That((await Person.GetAsync(Other, person.Id))!.Nick, Is.EqualTo(nick + appended));
            string whole = nick + appended;
            Assert.That(await Person.Query(Other).Where(p => p.Nick == whole).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_text_of_another_program_that_is_no_value_is_refused_also_where_only_an_index_needs_it()
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("There is no other program.");
        Person person = await StoredAsync();
        string row = $"{Prefix}{{P}}:row:{person.Id}";
        await Raw.HashSetAsync(row, "Status", "junk");
        Assert.ThrowsAsync<InvalidValueException>(() => Person.PatchAsync(Db, person.Id, p => p.Age.Add(1)));
        Assert.That((string?)await Raw.HashGetAsync(row, "Age"), Is.EqualTo("30"), "nothing was written");
        await Raw.HashSetAsync(row, "Status", "1");
    }

    [Test]
    public async Task Concurrent_additions_all_count()
    {
        Person person = await StoredAsync();
        RomException?[] errors = await Race.RunAsync(Clients, async runner =>
        {
            for (int i = 0; i < 10; i++) await Person.PatchAsync(Client(runner), person.Id, p => p.Points.Add(1), p => p.Balance.Add(0.01m));
        });
        Assert.That(errors, Is.All.Null);
        Person stored = (await Person.GetAsync(Other, person.Id))!;
        Assert.That((stored.Points, stored.Balance), Is.EqualTo((9007199254740993 + 80, 13.30m)));
    }

    [Test]
    public async Task UpdateIfAsync_has_one_winner()
    {
        Person person = await StoredAsync();
        int winners = 0;
        await Race.RunAsync(Clients, async runner =>
        {
            if (await Person.UpdateIfAsync(Client(runner), person.Id, p => p.Status == Status.Active && p.Age > 20, p => p.Status.Set(Status.Closed), p => p.Note.Set($"{runner}")))
                Interlocked.Increment(ref winners);
        });
        Assert.That(winners, Is.EqualTo(1));
        Assert.That(await Person.UpdateIfAsync(Db, person.Id, p => p.City == null, p => [p.Age.Set(1)]), Is.False);
        Assert.That(await Person.UpdateIfAsync(Db, person.Id, p => p.City == "Köln", p => p.Age.Set(1)), Is.True);
        Assert.That(await Person.UpdateIfAsync(Db, 999, p => p.City == null, p => p.Age.Set(1)), Is.False);
        Assert.That((await Person.GetAsync(Other, person.Id))!.Age, Is.EqualTo(1));
    }

    private async Task<Person> StoredAsync()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        return person;
    }
}
