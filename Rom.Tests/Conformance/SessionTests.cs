using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>The identity map of a session, and what it commits.</summary>
public sealed class SessionTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task One_row_is_one_instance_however_it_is_loaded()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!;
        Assert.That(person, Is.Not.SameAs(stored), "the database itself tracks nothing");
        Assert.That(await Person.GetAsync(session, stored.Id), Is.SameAs(person));
        Assert.That((await Person.GetAsync(session, [stored.Id, stored.Id])).Distinct(), Is.EqualTo(new[] { person }));
        Assert.That(await Person.GetByEmailAsync(session, "a@b"), Is.SameAs(person));
        Assert.That(await Person.Query(session).Where(p => p.Age == 30).ToListAsync(), Is.EqualTo(new[] { person }));
        Assert.That(await Person.Query(session).FirstOrDefaultAsync(), Is.SameAs(person));
        Assert.That(await Person.GetAsync(Db, stored.Id), Is.Not.SameAs(await Person.GetAsync(Db, stored.Id)));
    }

    [Test]
    public async Task A_tracked_entity_keeps_its_changes_when_its_row_is_read_again()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!;
        person.Age = 50;
        Assert.That((await Person.Query(session).Where(p => p.Age == 30).ToListAsync()).Single().Age, Is.EqualTo(50), "queries see the store, entities are as tracked");
        Assert.That(await Person.Query(session).Where(p => p.Age == 50).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_commit_inserts_updates_and_deletes_in_one_round_trip()
    {
        Person changed = await StoredAsync("changed@b"), removed = await StoredAsync("removed@b"), unchanged = await StoredAsync("same@b");
        await using RomSession session = Db.OpenSession();
        List<Person> loaded = await Person.GetAsync(session, [changed.Id, removed.Id, unchanged.Id]);
        loaded[0].Age = 31;
        session.Remove(loaded[1]);
        Person added = Full("new@b");
        added.Passport = 5;
        Ticket ticket = new() { Priority = 3 };
        Page page = new() { Slug = "page", Text = "alpha beta" };
        Device device = new() { Serial = "s" };
        session.Add(added);
        session.Add(ticket);
        session.Add(page);
        session.Add(device);

        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.EqualTo(6), "the rows that were written");
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1));

        Assert.That((added.Id, ticket.Id, device.Id != Guid.Empty), Is.EqualTo((4L, 1, true)), "keys are there afterwards");
        Assert.That((await Person.GetAsync(Other, changed.Id))!.Age, Is.EqualTo(31));
        Assert.That(await Person.GetAsync(Other, removed.Id), Is.Null);
        Assert.That((await Person.GetByEmailAsync(Other, "new@b"))!.Id, Is.EqualTo(4));
        Assert.That(await Page.Query(Other).Where(p => p.Text.Contains("alpha")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.GetAsync(session, added.Id), Is.SameAs(added), "what was added is tracked by its key");
        Assert.That(await session.CommitAsync(), Is.Zero);
        added.Age = 77;
        Assert.That(await session.CommitAsync(), Is.EqualTo(1), "and further changes of it are committed");
        Assert.ThrowsAsync<EntityDeletedException>(() => loaded[1].SaveAsync(Db));
    }

    [Test]
    public async Task A_unit_without_changes_takes_no_round_trip()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        await Person.GetAsync(session, stored.Id);
        long before = Db.RoundTrips;
        Assert.That(await session.CommitAsync(), Is.Zero);
        Assert.That(Db.RoundTrips, Is.EqualTo(before));
    }

    [Test]
    public async Task Two_unique_values_can_be_swapped_inside_one_unit()
    {
        Person first = await StoredAsync("x@b", 1), second = await StoredAsync("y@b", 2);
        await using RomSession session = Db.OpenSession();
        List<Person> people = await Person.GetAsync(session, [first.Id, second.Id]);
        (people[0].Email, people[1].Email) = (people[1].Email, people[0].Email);
        (people[0].Passport, people[1].Passport) = (people[1].Passport, people[0].Passport);
        await session.CommitAsync();
        Assert.That((await Person.GetByEmailAsync(Other, "x@b"))!.Id, Is.EqualTo(second.Id));
        Assert.That((await Person.GetByPassportAsync(Other, 1))!.Id, Is.EqualTo(second.Id));
    }

    [Test]
    public async Task A_value_that_a_removed_entity_had_is_free_in_the_same_unit()
    {
        Person old = await StoredAsync("x@b", 1);
        await using RomSession session = Db.OpenSession();
        session.Remove((await Person.GetAsync(session, old.Id))!);
        session.Add(WithPassport("x@b", 1));
        await session.CommitAsync();
        Assert.That((await Person.GetByEmailAsync(Other, "x@b"))!.Id, Is.EqualTo(2));
    }

    [Test]
    public async Task A_word_that_another_row_has_stays_when_a_unit_removes_one_of_them()
    {
        Sheet first = new() { Notes = "shared one" }, second = new() { Notes = "shared two" };
        await Db.SaveAllAsync([first, second]);
        await using RomSession session = Db.OpenSession();
        session.Remove((await Sheet.GetAsync(session, first.Id))!);
        session.Add(new Sheet { Notes = "another" });
        await session.CommitAsync();
        Assert.That(await Sheet.Query(Other).Where(s => s.Notes.StartsWith("sha")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Sheet.Query(Other).Where(s => s.Notes.EndsWith("red")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Sheet.Query(Other).Where(s => s.Notes.EndsWith("one")).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task An_entity_loaded_elsewhere_joins_by_Add()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        session.Add(stored);
        Assert.That(await Person.GetAsync(session, stored.Id), Is.SameAs(stored));
        stored.Age = 31;
        await session.CommitAsync();
        Assert.That((await Person.GetAsync(Other, stored.Id))!.Age, Is.EqualTo(31));
        Person copy = (await Person.GetAsync(Db, stored.Id))!;
        Assert.That(() => session.Add(copy), Throws.InvalidOperationException.With.Message.Contains("another object"));
    }

    [Test]
    public async Task What_is_forgotten_is_not_committed_and_loads_anew()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!;
        person.Age = 50;
        Person added = WithPassport("new@b", 9);
        session.Add(added);
        session.Forget(person);
        session.Forget(added);
        Assert.That(await session.CommitAsync(), Is.Zero);
        Assert.That(await Person.GetAsync(session, stored.Id), Is.Not.SameAs(person));
        Assert.That(await person.SaveAsync(Db), Is.EqualTo(1), "a forgotten entity may be used on");
    }

    [Test]
    public async Task RollBack_drops_all_that_waits_and_every_tracked_entity()
    {
        Person stored = await StoredAsync("a@b"), kept = await StoredAsync("b@b", 2);
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!;
        person.Age = 50;
        session.Remove((await Person.GetAsync(session, kept.Id))!);
        session.Add(WithPassport("new@b", 9));
        session.RollBack();
        Assert.That(await session.CommitAsync(), Is.Zero);
        Assert.That(person.Age, Is.EqualTo(50), "objects keep their values");
        Person again = (await Person.GetAsync(session, stored.Id))!;
        Assert.That((again.Age, ReferenceEquals(again, person)), Is.EqualTo((30, false)));
        Assert.That(await Person.Query(Other).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Remove_of_a_new_entity_forgets_it_and_Add_takes_a_removed_one_back()
    {
        Person stored = await StoredAsync("a@b");
        await using RomSession session = Db.OpenSession();
        Person person = (await Person.GetAsync(session, stored.Id))!, added = WithPassport("new@b", 9);
        session.Add(added);
        session.Remove(added);
        session.Remove(person);
        session.Add(person);
        Assert.That(await session.CommitAsync(), Is.Zero);
        Assert.That(() => session.Remove(added), Throws.InstanceOf<RomException>().With.Message.Contains("without a key"));
        Page known = new() { Slug = "slug", Text = "alpha", Alias = "z" };
        await known.SaveAsync(Db);
        session.Remove(new Page { Slug = "slug" });
        Assert.That(await session.CommitAsync(), Is.EqualTo(1), "a key is enough to delete");
        Assert.That(await Page.GetAsync(Other, "slug"), Is.Null);
    }

    [Test]
    public async Task Two_objects_for_one_row_are_refused_before_anything_is_sent()
    {
        await new Page { Slug = "slug", Text = "alpha" }.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        Page page = (await Page.GetAsync(session, "slug"))!, same = new() { Slug = "slug" };
        page.Text = "beta";
        session.Remove(same);
        Assert.That(() => session.CommitAsync(), Throws.InvalidOperationException.With.Message.Contains("two objects for Page 'slug'"));
        session.Forget(page);
        Assert.That(await session.CommitAsync(), Is.EqualTo(1));
        Assert.That(await Page.GetAsync(Other, "slug"), Is.Null);
    }

    [Test]
    public async Task Removing_what_is_gone_already_is_no_conflict()
    {
        Person stored = await StoredAsync("a@b"), changed = await StoredAsync("b@b", 2);
        await using RomSession session = Db.OpenSession();
        List<Person> people = await Person.GetAsync(session, [stored.Id, changed.Id]);
        await stored.DeleteAsync(Other);
        changed.Age = 99;
        await changed.SaveAsync(Other);
        foreach (Person person in people) session.Remove(person);
        session.Add(WithPassport("new@b", 3));
        Assert.That(await session.CommitAsync(), Is.EqualTo(2));
        Assert.That(await Person.Query(Other).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task RefreshAsync_drops_changes_and_RefreshAllAsync_those_of_every_entity()
    {
        Person a = await StoredAsync("a@b"), b = await StoredAsync("b@b", 2);
        Ticket ticket = new() { Priority = 1 };
        await ticket.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        List<Person> people = await Person.GetAsync(session, [a.Id, b.Id]);
        Ticket tracked = (await Ticket.GetAsync(session, ticket.Id))!;
        a.Age = 31;
        await a.SaveAsync(Other);
        people[0].Age = 50;
        people[1].Age = 51;
        tracked.Priority = 8;
        await session.RefreshAsync(people[0]);
        Assert.That(people.Select(person => person.Age), Is.EqualTo(new[] { 31, 51 }));
        Person added = WithPassport("new@b", 9);
        session.Add(added);
        Assert.That(() => session.RefreshAsync(added), Throws.InstanceOf<RomException>().With.Message.Contains("never stored"));

        long before = Db.RoundTrips;
        await session.RefreshAllAsync();
        Assert.That(Db.RoundTrips - before, Is.EqualTo(2), "one for each model");
        Assert.That((people[1].Age, tracked.Priority), Is.EqualTo((30, 1)));
        await b.DeleteAsync(Other);
        EntityDeletedException gone = Assert.ThrowsAsync<EntityDeletedException>(() => session.RefreshAllAsync())!;
        Assert.That(gone.Entity, Is.SameAs(people[1]));
        Assert.That(await session.CommitAsync(), Is.EqualTo(1), "the new one; the lost one has left the session");
    }

    [Test]
    public async Task Calls_of_an_entity_act_at_once_and_the_session_follows()
    {
        await using RomSession session = Db.OpenSession();
        Person person = WithPassport("a@b", 1);
        await person.SaveAsync(session);
        Assert.That(await Person.GetAsync(session, person.Id), Is.SameAs(person));
        Assert.That(await Person.GetAsync(Other, person.Id), Is.Not.Null);
        Person added = WithPassport("b@b", 2);
        session.Add(added);
        await added.SaveAsync(session);
        Assert.That(await session.CommitAsync(), Is.Zero, "it is stored already");
        await person.DeleteAsync(session);
        Assert.That(await Person.GetAsync(session, person.Id), Is.Null);
        Person other = (await Person.GetAsync(Db, added.Id))!;
        await other.DeleteAsync(session);
        Assert.That(await Person.GetAsync(session, added.Id), Is.Null);
        Assert.That(await session.CommitAsync(), Is.Zero);
        Assert.ThrowsAsync<EntityDeletedException>(() => added.SaveAsync(session));
        Assert.That(() => session.Add(added), Throws.TypeOf<EntityDeletedException>());
    }

    [Test]
    public async Task A_disposed_session_refuses_every_call()
    {
        Person stored = await StoredAsync("a@b");
        RomSession session = Db.OpenSession();
        await session.DisposeAsync();
        Assert.ThrowsAsync<ObjectDisposedException>(() => Person.GetAsync(session, stored.Id));
        Assert.ThrowsAsync<ObjectDisposedException>(() => Person.Query(session).ToListAsync());
        Assert.ThrowsAsync<ObjectDisposedException>(() => stored.DeleteAsync(session));
        Assert.ThrowsAsync<ObjectDisposedException>(() => session.CommitAsync());
        Assert.Throws<ObjectDisposedException>(() => session.Add(stored));
        Assert.That(await Person.GetAsync(Db, stored.Id), Is.Not.Null, "the database stays open");
    }

    [Test]
    public async Task A_key_that_was_changed_is_refused_before_anything_is_sent()
    {
        Page page = new() { Slug = "a" };
        await page.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        session.Add(page);
        page.Slug = "b";
        Assert.That(() => session.CommitAsync(), Throws.InstanceOf<RomException>().With.Message.Contains("Keys do not change"));
    }

    private async Task<Person> StoredAsync(string email, long? passport = null)
    {
        Person person = WithPassport(email, passport);
        await person.SaveAsync(Db);
        return person;
    }

    private static Person WithPassport(string email, long? passport)
    {
        Person person = Full(email);
        person.Passport = passport;
        return person;
    }
}
