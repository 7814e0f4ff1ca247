using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Savers that start at once: who wins, what the losers are told, and that nothing is half-written.</summary>
public sealed class ConcurrencyTests(EngineKind kind) : RaceFixture(kind)
{
    private const int Rounds = 10, Savers = 24;

    [Test]
    public async Task Exactly_one_saver_takes_a_unique_value()
    {
        for (int round = 0; round < Rounds; round++)
        {
            string email = $"{round}@b";
            Person[] people = [.. Enumerable.Range(0, Savers).Select(i => new Person { Email = email, Passport = round * 1000 + i, City = $"{round}" })];
            RomException?[] errors = await Race.RunAsync(Savers, i => people[i].SaveAsync(Client(i)));

            int winner = Winner<UniqueViolationException>(errors);
            Assert.That((await Person.GetByEmailAsync(Db, email))!.Id, Is.EqualTo(people[winner].Id));
            Assert.That(await Person.Query(Db).Where(p => p.City == $"{round}").CountAsync(), Is.EqualTo(1));
            Assert.That(people.Where((_, i) => i != winner).Select(person => person.Id), Is.All.Zero, "a refused save assigns no key");
            Assert.That(errors.OfType<UniqueViolationException>().Select(e => (e.Column, e.OwnerKey)), Is.All.EqualTo(("Email", $"{people[winner].Id}")));
        }
    }

    [Test]
    public async Task Exactly_one_of_those_that_change_one_column_of_one_version_succeeds()
    {
        Person stored = Full("a@b");
        await stored.SaveAsync(Db);
        for (int round = 0; round < Rounds; round++)
        {
            Person[] copies = await LoadAsync(stored.Id, Savers);
            for (int i = 0; i < Savers; i++) copies[i].Age = 1000 * (round + 1) + i;
            RomException?[] errors = await Race.RunAsync(Savers, i => copies[i].SaveAsync(Client(i)));

            int winner = Winner<DataRaceException>(errors);
            Assert.That((await Person.GetAsync(Db, stored.Id))!.Age, Is.EqualTo(copies[winner].Age));
            foreach (DataRaceException error in errors.OfType<DataRaceException>())
            {
                Assert.That((error.Model, error.Key, error.Column), Is.EqualTo(("P", "1", "Age")));
                Assert.That(error.StoredValues, Is.EqualTo(new Dictionary<string, string?> { ["Age"] = $"{copies[winner].Age}" }));
            }
        }
    }

    [Test]
    public async Task Exactly_one_of_those_that_set_a_column_that_was_null_succeeds()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Person stored = new() { Email = $"{round}@b" };
            await stored.SaveAsync(Db);
            Person[] copies = await LoadAsync(stored.Id, Savers);
            for (int i = 0; i < Savers; i++) copies[i].Title = $"by {i}";
            RomException?[] errors = await Race.RunAsync(Savers, i => copies[i].SaveAsync(Client(i)));

            int winner = Winner<DataRaceException>(errors);
            Assert.That((await Person.GetAsync(Db, stored.Id))!.Title, Is.EqualTo($"by {winner}"));
            Assert.That(await Person.Query(Db).Where(p => p.Title.StartsWith("by ")).CountAsync(), Is.EqualTo(round + 1));
        }
    }

    [Test]
    public async Task Those_that_change_different_columns_all_succeed()
    {
        Person stored = Full("a@b");
        await stored.SaveAsync(Db);
        for (int round = 1; round <= Rounds; round++)
        {
            Action<Person>[] changes =
            [
                p => p.Status = (Status)round, p => p.Age = round, p => p.Bio = $"word{round}", p => p.Email = $"{round}@b", p => p.City = null,
                p => p.Passport = round, p => p.Note = $"note {round}", p => p.Nick = $"nick {round}", p => p.Score = round,
            ];
            Person[] copies = await LoadAsync(stored.Id, changes.Length);
            for (int i = 0; i < changes.Length; i++) changes[i](copies[i]);
            RomException?[] errors = await Race.RunAsync(changes.Length, i => copies[i].SaveAsync(Client(i)));

            Assert.That(errors, Is.All.Null);
            Person expected = Full("a@b");
            foreach (Action<Person> change in changes) change(expected);
            Dictionary<string, object?> loaded = new((await Person.GetAsync(Db, stored.Id))!.ToDictionary()) { ["Id"] = 0L };
            Assert.That(loaded, Is.EqualTo(expected.ToDictionary()));
            Assert.That(await Person.Query(Db).Where(p => p.Status == (Status)round && p.Age == round).CountAsync(), Is.EqualTo(1), "the index over both");
        }
    }

    /// <summary>Status and Age feed one index: whoever comes second must replace the entry that the first one made.</summary>
    [Test]
    public async Task Both_columns_of_an_index_over_two_may_change_at_once()
    {
        Person stored = Full("a@b");
        await stored.SaveAsync(Db);
        for (int round = 1; round <= Rounds * 5; round++)
        {
            Person[] copies = await LoadAsync(stored.Id, 2);
            copies[0].Status = (Status)round;
            copies[1].Age = round;
            RomException?[] errors = await Race.RunAsync(2, i => copies[i].SaveAsync(Client(i)));

            Assert.That(errors, Is.All.Null);
            Assert.That(await Person.Query(Db).Where(p => p.Status == (Status)round && p.Age == round).CountAsync(), Is.EqualTo(1));
            // Neither saver saw the other's change, so neither may overwrite it later without being told.
            copies[0].Age = -round;
            Assert.ThrowsAsync<DataRaceException>(() => copies[0].SaveAsync(Db));
        }
    }

    [Test]
    public async Task Assigned_keys_are_all_different()
    {
        Ticket[] tickets = [.. Enumerable.Range(0, 200).Select(i => new Ticket { Priority = i })];
        Ticket chosen = new() { Id = 50 };
        RomException?[] errors = await Race.RunAsync(tickets.Length + 1, i => (i == tickets.Length ? chosen : tickets[i]).SaveAsync(Client(i)));

        // The chosen key may meet one that was assigned just before; then it is refused, and never the other way round.
        Assert.That(errors[..^1], Is.All.Null);
        Assert.That(errors[^1], Is.Null.Or.TypeOf<DuplicateKeyException>());
        Assert.That(tickets.Select(ticket => ticket.Id), Is.Unique);
        Assert.That(await Ticket.Query(Db).CountAsync(), Is.EqualTo(errors[^1] is null ? 201 : 200));
    }

    [Test]
    public async Task Exactly_one_inserts_a_key()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Page[] pages = [.. Enumerable.Range(0, Savers).Select(i => new Page { Slug = $"page {round}", Title = $"by {i}", Alias = $"{round}/{i}" })];
            RomException?[] errors = await Race.RunAsync(Savers, i => pages[i].SaveAsync(Client(i)));

            int winner = Winner<DuplicateKeyException>(errors);
            Assert.That((await Page.GetAsync(Db, $"page {round}"))!.Title, Is.EqualTo($"by {winner}"));
            Assert.That(errors.OfType<DuplicateKeyException>().Select(e => e.Key), Is.All.EqualTo($"page {round}"));
            Assert.That(await Page.Query(Db).Where(p => p.Title.StartsWith("by ")).CountAsync(), Is.EqualTo(round + 1));
        }
    }

    /// <summary>The only runner without an error; the others' errors are all of one type.</summary>
    private static int Winner<TError>(RomException?[] errors)
    {
        Assert.That(errors.Count(error => error is null), Is.EqualTo(1), string.Join('\n', errors.Select(error => error?.Message ?? "won")));
        Assert.That(errors.Where(error => error is not null), Is.All.TypeOf<TError>());
        return Array.IndexOf(errors, null);
    }

    private async Task<Person[]> LoadAsync(long id, int copies)
    {
        Person[] loaded = new Person[copies];
        for (int i = 0; i < copies; i++) loaded[i] = (await Person.GetAsync(Client(i), id))!;
        return loaded;
    }
}
