using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class SaveTests(EngineKind kind) : PersonFixture(kind)
{
    [Test]
    public async Task A_saved_entity_loads_as_it_was()
    {
        Person saved = Full("a@b");
        Assert.That(saved.Id, Is.Zero);
        Assert.That(await saved.SaveAsync(Db), Is.EqualTo(19), "17 columns that have values, null in Nick, and the key");
        Assert.That(saved.Id, Is.EqualTo(1));

        Person loaded = (await Person.GetAsync(Other, 1))!;
        Assert.That(loaded.ToDictionary(), Is.EqualTo(saved.ToDictionary()));
        Assert.That(loaded.Balance!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo("12.50"), "the scale is kept");
        Assert.That(loaded.SeenAt!.Value.Offset, Is.EqualTo(TimeSpan.FromHours(2)), "the offset is kept");
        Assert.That(await Person.GetAsync(Db, 2), Is.Null);
        Assert.That(await Person.GetAsync(Db, 0), Is.Null);
    }

    [Test]
    public async Task Ids_are_assigned_in_the_save_and_a_failed_save_assigns_none()
    {
        await Full("a@b").SaveAsync(Db);
        Person twin = Full("a@b");
        twin.Passport = 78;
        Assert.ThrowsAsync<UniqueViolationException>(() => twin.SaveAsync(Db));
        Assert.That(twin.Id, Is.Zero);
        twin.Email = "c@d";
        await twin.SaveAsync(Db);
        Assert.That(twin.Id, Is.EqualTo(2));
    }

    [Test]
    public async Task An_unchanged_save_makes_no_round_trip()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        Person loaded = (await Person.GetAsync(Db, 1))!;
        long before = Db.RoundTrips;
        Assert.That(await person.SaveAsync(Db), Is.Zero);
        Assert.That(await loaded.SaveAsync(Db), Is.Zero);
        Assert.That(Db.RoundTrips, Is.EqualTo(before));
    }

    [Test]
    public async Task Only_changed_columns_are_written()
    {
        Person person = Full("a@b");
        await person.SaveAsync(Db);
        person.Age = 31;
        person.City = null;
        Assert.That(await person.SaveAsync(Db), Is.EqualTo(2));
        Person loaded = (await Person.GetAsync(Other, 1))!;
        Assert.That((loaded.Age, loaded.City), Is.EqualTo((31, (string?)null)));
        Assert.That(await loaded.SaveAsync(Db, SaveMode.Full), Is.EqualTo(18));
    }

    [Test]
    public async Task Writers_of_different_columns_both_succeed_and_every_index_is_right()
    {
        await Full("a@b").SaveAsync(Db);
        Person one = (await Person.GetAsync(Db, 1))!, two = (await Person.GetAsync(Other, 1))!;
        one.Status = Status.Closed;
        two.Points = 5;
        await one.SaveAsync(Db);
        await two.SaveAsync(Other);
        Assert.That(await Person.Query(Db).Where(p => p.Status == Status.Closed && p.Points == 5).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Status == Status.Active || p.Points > 5).AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_column_that_another_writer_changed_is_a_race()
    {
        await Full("a@b").SaveAsync(Db);
        Person one = (await Person.GetAsync(Db, 1))!, two = (await Person.GetAsync(Other, 1))!;
        one.Age = 31;
        await one.SaveAsync(Db);
        two.Age = 32;
        two.City = "Bonn";
        DataRaceException race = Assert.ThrowsAsync<DataRaceException>(() => two.SaveAsync(Other))!;
        Assert.That(race.StoredValues, Is.EqualTo(new Dictionary<string, string?> { ["Age"] = "31" }));
        Assert.That((race.Model, race.Key, race.Column), Is.EqualTo(("P", "1", "Age")));
        Assert.That(race.Message, Does.Contain("Age").And.Contain("P '1'").And.Not.Contain("31"));
        Assert.That((await Person.GetAsync(Db, 1))!.City, Is.EqualTo("Köln"), "nothing was written");

        await two.RefreshAsync(Other);
        Assert.That((two.Age, two.City), Is.EqualTo((31, "Köln")));
        two.Age = 32;
        Assert.That(await two.SaveAsync(Other), Is.EqualTo(1));
    }

    [Test]
    public async Task A_race_between_two_writers_that_give_and_that_clear_a_value_is_noticed()
    {
        await new Person { Email = "a@b" }.SaveAsync(Db);
        Person one = (await Person.GetAsync(Db, 1))!, two = (await Person.GetAsync(Other, 1))!;
        one.Title = "first";
        two.Title = "second";
        await one.SaveAsync(Db);
        Assert.ThrowsAsync<DataRaceException>(() => two.SaveAsync(Other), "both gave a value to a column that had none");
        await two.RefreshAsync(Db);
        one.Title = "third";
        await one.SaveAsync(Db);
        two.Title = null;
        Assert.ThrowsAsync<DataRaceException>(() => two.SaveAsync(Other), "one changed what the other clears");
    }

    [Test]
    public async Task A_long_value_is_guarded_too()
    {
        Person saved = Full("a@b");
        saved.Note = new string('x', 5000);
        await saved.SaveAsync(Db);
        Person one = (await Person.GetAsync(Db, 1))!, two = (await Person.GetAsync(Other, 1))!;
        one.Note = new string('x', 4999) + "y";
        await one.SaveAsync(Db);
        two.Note = "short";
        Assert.ThrowsAsync<DataRaceException>(() => two.SaveAsync(Other));
        one.Note = "z";
        Assert.That(await one.SaveAsync(Db), Is.EqualTo(1));
    }

    [Test]
    public async Task Uniques_hold_and_are_released()
    {
        Person first = Full("a@b");
        await first.SaveAsync(Db);
        Person second = new() { Email = "c@d" };
        await second.SaveAsync(Db);
        second.Email = "a@b";
        second.City = "Bonn";
        UniqueViolationException taken = Assert.ThrowsAsync<UniqueViolationException>(() => second.SaveAsync(Db))!;
        Assert.That((taken.Model, taken.Key, taken.Column, taken.OwnerKey, taken.Value), Is.EqualTo(("P", "2", "Email", "1", "a@b")));
        Assert.That(taken.Message, Does.Not.Contain("a@b"));
        Assert.That((await Person.GetAsync(Db, 2))!.City, Is.Null, "nothing was written");

        first.Email = "new@b";
        await first.SaveAsync(Db);
        Assert.That(await second.SaveAsync(Db), Is.EqualTo(2), "the value is free now");
        Assert.That((await Person.GetByEmailAsync(Db, "a@b"))!.Id, Is.EqualTo(2));
        Assert.That((await Person.GetByEmailAsync(Db, "new@b"))!.Id, Is.EqualTo(1));
        Assert.That(await Person.GetByEmailAsync(Db, "c@d"), Is.Null);
        Assert.That((await Person.GetByPassportAsync(Db, 77))!.Id, Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Passport == null).CountAsync(), Is.EqualTo(1), "null is never a duplicate");
    }

    [Test]
    public async Task Null_over_a_default_stays_null()
    {
        Person person = new() { Email = "a@b" };
        Assert.That(person.Nick, Is.EqualTo("none"));
        await person.SaveAsync(Db);
        Person loaded = (await Person.GetAsync(Other, 1))!;
        Assert.That(loaded.Nick, Is.EqualTo("none"));
        loaded.Nick = null;
        await loaded.SaveAsync(Db);
        Assert.That((await Person.GetAsync(Other, 1))!.Nick, Is.Null);
        Assert.That(await Person.Query(Db).Where(p => p.Nick == null).CountAsync(), Is.EqualTo(1));
        foreach (string nick in new[] { "", "\0", "\0\0x", "x\0" })
        {
            loaded.Nick = nick;
            await loaded.SaveAsync(Db);
            Assert.That((await Person.GetAsync(Other, 1))!.Nick, Is.EqualTo(nick));
            Assert.That(await Person.Query(Db).Where(p => p.Nick == nick && p.Nick.IsNotNull()).CountAsync(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_entity_of_nulls_exists()
    {
        Sparse sparse = new();
        Assert.That(await sparse.SaveAsync(Db), Is.EqualTo(1));
        Sparse loaded = (await Sparse.GetAsync(Other, sparse.Id))!;
        Assert.That((loaded.Text, loaded.Number), Is.EqualTo(((string?)null, (int?)null)));
        loaded.Text = "x";
        await loaded.SaveAsync(Db);
        loaded.Text = null;
        await loaded.SaveAsync(Db);
        Assert.That(await Sparse.GetAsync(Other, sparse.Id), Is.Not.Null);
        Assert.That(await Sparse.Query(Db).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public void A_required_value_that_is_null_and_a_lone_surrogate_are_refused_before_anything_is_written()
    {
        MissingValueException missing = Assert.ThrowsAsync<MissingValueException>(() => new Person { Email = null! }.SaveAsync(Db))!;
        Assert.That((missing.Model, missing.Column), Is.EqualTo(("P", "Email")));
        InvalidValueException invalid = Assert.ThrowsAsync<InvalidValueException>(() => new Person { Email = "a@b", City = "\ud800" }.SaveAsync(Db))!;
        Assert.That((invalid.Model, invalid.Column), Is.EqualTo(("P", "City")));
        Assert.ThrowsAsync<InvalidValueException>(() => new Page { Slug = "x\udc00" }.SaveAsync(Db));
        Assert.ThrowsAsync<InvalidValueException>(() => new Person { Email = "a@b", Born = DateTime.Now }.SaveAsync(Db), "a local time");
        Assert.That(Db.RoundTrips, Is.Zero);
    }
}
