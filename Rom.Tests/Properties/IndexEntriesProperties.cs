using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Random edits of random rows by two clients: after each run the whole keyspace is what the rows imply, and both engines hold the same rows.</summary>
public sealed class IndexEntriesProperties(EngineKind kind) : ConformanceFixture(kind)
{
    private static readonly string?[] Texts =
        [null, "", "a", "A", "Ann Lee", "ann@x.org", "\0", "\0\u00FF", "Straße, STRASSE", "the ΑΓΑΘΟΣ", "日本 日本", "don't; stop-it", "e\u0301", "x@y@z", new('w', 600), new('É', 400)];

    private static readonly GeoPoint?[] Points = [null, new(13.4, 52.5), new(-0.1, 51.5), new(179.99, -85), new(13.4000001, 52.5)];

    private static readonly SaveMode[] Modes = [SaveMode.Changed, SaveMode.Changed, SaveMode.Full, SaveMode.Force, SaveMode.Upsert, SaveMode.Replace];

    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Every_edit_leaves_the_entries_that_the_rows_imply(int seed)
    {
        Random random = new(seed);
        List<Contact> mine = [], theirs = [];
        for (int step = 0; step < 400; step++)
        {
            Contact customer;
            if (mine.Count < 6)
            {
                customer = new Contact();
                Edit(customer, random, 8);
                if (!await TryAsync(() => customer.SaveAsync(Db))) continue;
                mine.Add(customer);
                theirs.Add((await Contact.GetAsync(Other, customer.Id))!);
                continue;
            }

            int at = random.Next(mine.Count);
            bool other = random.Next(2) == 0;
            customer = (other ? theirs : mine)[at];
            RomDatabase db = other ? Other : Db;
            if (random.Next(12) == 0)
            {
                await customer.DeleteAsync(db);
                mine.RemoveAt(at);
                theirs.RemoveAt(at);
                continue;
            }

            Edit(customer, random, 1 + random.Next(3));
            if (!await TryAsync(() => customer.SaveAsync(db, Modes[random.Next(Modes.Length)]))) await customer.RefreshAsync(db);
        }

        List<Contact> stored = await Contact.Query(Db).ToListAsync();
        Assert.That(stored, Has.Count.EqualTo(mine.Count));
    }

    private static async Task<bool> TryAsync(Func<Task> save)
    {
        try
        {
            await save();
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static void Edit(Contact customer, Random random, int edits)
    {
        for (int i = 0; i < edits; i++)
        {
            string? text = Texts[random.Next(Texts.Length)];
            switch (random.Next(15))
            {
                case 0: customer.First = text; break;
                case 1: customer.Last = text; break;
                case 2: customer.Email = text; break;
                case 3: customer.Nick = text; break;
                case 4: customer.City = text; break;
                case 5: customer.Handle = text; break;
                case 6: customer.Notes = text; break;
                case 7: customer.Motto = text; break;
                case 8: customer.Country = text; break;
                case 9: customer.Number = random.Next(3) == 0 ? null : random.Next(3); break;
                case 10: customer.High = random.Next(3) == 0 ? null : random.Next(100); break;
                case 11: customer.Labels = text is null ? null : [text, null, "A", text]; break;
                case 12: customer.Numbers = [.. Enumerable.Range(0, random.Next(4)).Select(n => (long)random.Next(5))]; break;
                case 13: customer.Lines = text is null ? [] : [text, "a line"]; break;
                default: customer.Home = Points[random.Next(Points.Length)]; break;
            }
        }
    }
}
