using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Storage.Memory;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>
/// Writers who change inputs of one computed index, one composite unique, one collection, at once and by every way of writing. Afterwards every entry is what the rows imply: to
/// <c>VerifyAsync</c>, to the verifier of the keyspace, and to entries computed by hand.
/// </summary>
public sealed class ContactRaceTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Rounds = 40, Contacted = 8, Writers = 6;

    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [TearDown]
    public async Task VerifyByHandAsync()
    {
        List<string> differences = Kind == EngineKind.Redis
            ? await ContactEntries.DifferencesAsync(Db, Raw, Prefix)
            : await ContactEntries.DifferencesAsync(Db, ((MemoryEngine)Db.Engine).Table(VerifiedModels[0]));
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public async Task Contacts_with_everything_and_with_nothing() => await Db.SaveAllAsync(Enumerable.Range(0, 60).Select(Contacts.Numbered));

    [Test]
    public async Task The_verifier_by_hand_tells_of_one_too_many_and_one_too_few()
    {
        if (Kind == EngineKind.Memory) Assert.Ignore("MemoryVerifyTests has it.");
        await Contacts.Numbered(1).SaveAsync(Db);
        string city = Prefix + "{Contact}:exact:City=";
        await Raw.SetMoveAsync(city + "köln", city + "bonn", "1");
        List<string> differences = await ContactEntries.DifferencesAsync(Db, Raw, Prefix);
        Assert.That(differences, Is.EqualTo(new[] { "stored, not implied: exact:City=bonn 1", "implied, not stored: exact:City=k\u00C3\u00B6ln 1" }));
        await Raw.SetMoveAsync(city + "bonn", city + "köln", "1");
    }

    /// <summary>Each writer has a column of its own, so that all of them always succeed; every index is over several of these.</summary>
    [Test]
    public async Task Writers_of_different_inputs_all_succeed_and_the_entries_have_every_change()
    {
        Contact contact = Contacts.Numbered(1);
        await contact.SaveAsync(Db);
        Action<Contact, int>[] changes =
        [
            (c, i) => c.First = i % 5 == 0 ? null : $"Ann{i % 3}", (c, i) => c.Last = i % 7 == 0 ? null : $"ÖZ{i % 4}", (c, i) => c.Low = i / 4m, (c, i) => c.High = i % 3 == 0 ? null : i,
            (c, i) => c.Country = i % 6 == 0 ? null : $"C{i % 2}", (c, i) => c.Number = i % 5 == 0 ? null : i, (c, i) => c.Labels = i % 4 == 0 ? null : [$"L{i}", "l1", null],
            (c, i) => c.Numbers = [i, -i], (c, i) => c.Nick = i % 4 == 0 ? null : $"NICK{i}", (c, i) => c.City = $"KÖLN {i % 3}", (c, i) => c.Lines = [$"one {i}", $"Two {i % 2}"],
            (c, i) => c.Home = i % 3 == 0 ? null : new GeoPoint(i - 20, i), (c, i) => c.Email = i % 5 == 0 ? null : $"A{i}+x@h{i % 2}", (c, i) => c.Notes = $"redis {i} LUA",
        ];
        RomException?[] errors = await Race.RunAsync(changes.Length, async writer =>
        {
            RomDatabase client = writer % 2 == 0 ? Db : Other;
            Contact mine = (await Contact.GetAsync(client, contact.Id))!;
            for (int i = 1; i <= Rounds; i++)
            {
                changes[writer](mine, i);
                await mine.SaveAsync(client);
                await Task.Yield();
            }
        });
        Assert.That(errors, Is.All.Null);
        Contact stored = (await Contact.GetAsync(Db, contact.Id))!, expected = Contacts.Numbered(1);
        foreach (Action<Contact, int> change in changes) change(expected, Rounds);
        Assert.That(stored.ToDictionary().Where(pair => pair.Key != "Id").Select(pair => pair.Value), Is.EqualTo(expected.ToDictionary().Where(pair => pair.Key != "Id").Select(pair => pair.Value)));
    }

    /// <summary>Both parts of a unique over two columns and over computed text are changed by different writers: never do two rows have one value.</summary>
    [Test]
    public async Task Parts_of_uniques_that_are_changed_at_once_never_meet()
    {
        for (int i = 0; i < Contacted; i++) await new Contact { First = $"f{i}", Last = $"l{i}", Country = "C", Number = i, Email = $"m{i}@h" }.SaveAsync(Db);
        int taken = 0;
        await Race.RunAsync(Writers, async writer =>
        {
            Random random = new(writer);
            RomDatabase client = writer % 2 == 0 ? Db : Other;
            for (int i = 0; i < Rounds; i++)
            {
                Contact contact = (await Contact.GetAsync(client, random.Next(1, Contacted + 1)))!;
                if (writer % 3 == 0) (contact.First, contact.Country) = ($"F{random.Next(3)}", $"C{random.Next(2)}");
                else if (writer % 3 == 1) (contact.Last, contact.Number) = ($"l{random.Next(3)}", random.Next(4));
                else contact.Email = $"M{random.Next(12)}+{i}@h";
                try
                {
                    await contact.SaveAsync(client);
                }
                catch (UniqueViolationException)
                {
                    Interlocked.Increment(ref taken);
                }
                catch (DataRaceException)
                {
                    // Another writer was faster.
                }
            }
        });
        Assert.That(taken, Is.Positive, "values did meet");
        List<Contact> contacts = await Contact.Query(Db).ToListAsync();
        Assert.That(contacts.Select(c => (c.First!.ToUpperInvariant(), c.Last!.ToUpperInvariant())), Is.Unique);
        Assert.That(contacts.Select(c => (c.Country, c.Number)), Is.Unique);
        Assert.That(contacts.Select(c => c.Email!.Split('+', '@')[0].ToUpperInvariant()), Is.Unique);
    }

    [Test]
    public async Task Every_way_of_writing_at_once_leaves_every_entry_right()
    {
        for (int i = 0; i < Contacted; i++) await Contacts.Numbered(i + 1).SaveAsync(Db);
        decimal total = (await Contact.Query(Db).ToListAsync()).Sum(c => c.Low);
        int[] done = new int[7];
        RomException?[] errors = await Race.RunAsync(Writers, async writer =>
        {
            Random random = new(100 + writer);
            RomDatabase client = writer % 2 == 0 ? Db : Other;
            for (int i = 0; i < Rounds; i++)
            {
                int way = (writer + i) % done.Length;
                try
                {
                    await WriteAsync(way, client, random, 1_000 * (writer + 1) + i);
                    Interlocked.Increment(ref done[way]);
                }
                catch (Exception e) when (e is ConflictException or BulkException)
                {
                    // Another writer was faster, or has the value.
                }
            }
        });
        Assert.That(errors, Is.All.Null);
        Assert.That(done, Has.None.EqualTo(0), "every way succeeded some time");
        Assert.That((await Contact.Query(Db).ToListAsync()).Sum(c => c.Low), Is.EqualTo(total), "transfers create and lose nothing");
    }

    private static async Task WriteAsync(int way, RomDatabase client, Random random, int i)
    {
        long id = random.Next(1, Contacted + 1), other = random.Next(1, Contacted + 1);
        switch (way)
        {
            case 0:
                await Contact.PatchAsync(client, id, c => [c.First.Set($"P{i}"), c.High.Set(i % 50), c.Notes.Set($"patched {i % 9} redis"), c.Nick.Set(i % 3 == 0 ? null : $"N{i}")]);
                break;
            case 1:
                await Contact.PatchAsync(client, id, c => [c.Labels.AddToSet($"L{i % 5}"), c.Numbers.AddToSet(i % 7), c.City.Append("Ö")]);
                break;
            case 2:
                await Contact.UpdateIfAsync(client, id, c => c.City != $"x{i}", c => [c.Number.Set(i), c.Home.Set(new GeoPoint(i % 100, i % 50)), c.Motto.Set($"the art {i % 4}")]);
                break;
            case 3:
                await client.TransferAsync((await Contact.GetAsync(client, id))!, (await Contact.GetAsync(client, other))!, c => c.Low, 0.25m);
                break;
            case 4:
                List<Contact> some = await Contact.GetAsync(client, [id, other, (id % Contacted) + 1]);
                foreach (Contact one in some) (one.Lines, one.Labels, one.Numbers) = ([$"bulk {i}", "line"], i % 3 == 0 ? null : ["A", "a", $"{i}"], [i, 7]);
                await client.SaveAllAsync(some.DistinctBy(one => one.Id));
                break;
            case 5:
                await using (RomSession session = client.OpenSession())
                {
                    Contact first = (await Contact.GetAsync(session, id))!, second = (await Contact.GetAsync(session, other))!;
                    (first.Handle, second.Handle) = (second.Handle, first.Handle);
                    (first.First, second.Last) = ($"S{i}", $"S{i}");
                    await session.CommitAsync();
                }

                break;
            default:
                Contact contact = (await Contact.GetAsync(client, id))!;
                (contact.Email, contact.City, contact.Country) = (i % 4 == 0 ? null : $"E{i}@h{i % 3}", $"KÖLN {i % 3}", $"C{i % 3}");
                await contact.SaveAsync(client);
                break;
        }
    }
}
