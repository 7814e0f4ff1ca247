using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What rom's keygens, IndexOnly columns, prefixes and suffixes do.</summary>
public sealed class KeygenTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [Test]
    public async Task An_index_without_a_column_has_prefixes_and_suffixes_and_follows_its_inputs()
    {
        Contact ann = new() { First = "Ann", Last = "Lee", Email = "ann+a@x.org" };
        await SaveAsync(ann, new() { First = "Anna", Last = "Poe" });
        await Finds(c => c.FullName.StartsWith("ANN"), 1, 2);
        await Finds(c => c.FullName.EndsWith("lee"), 1);
        await Finds(c => c.FullName.Like("ann!* p"), 2);
        Assert.That((await Contact.GetByMailboxAsync(Db, "ann"))!.Id, Is.EqualTo(ann.Id));
        ann.Last = "Poe";
        ann.Email = "eve@x.org";
        await ann.SaveAsync(Db);
        await Finds(c => c.FullName.EndsWith("lee"));
        await Finds(c => c.FullName.EndsWith(" poe"), 1, 2);
        Assert.That(await Contact.GetByMailboxAsync(Db, "ann"), Is.Null);
        Assert.That((await Contact.GetByMailboxAsync(Db, "eve"))!.Id, Is.EqualTo(ann.Id));
        Assert.That(ann.ToDictionary().Keys, Does.Not.Contain("FullName").And.Not.Contain("Mailbox"), "it holds no data");
    }

    [Test]
    public async Task Zero_width_characters_count_at_both_ends_of_texts_and_words([Values("\u200Bends\u200B", "\uFEFFends\u2060")] string text)
    {
        await SaveAsync(new() { Email = text, Handle = text, City = text, Notes = $"{text} more" }, new() { Email = "ends", Handle = "ends", City = "ends", Notes = "ends" });
        await Finds(c => c.Email == text && c.City == text && c.Notes.Contains(text), 1);
        await Finds(c => c.Email.StartsWith(text[..3]), 1);
        await Finds(c => c.Email.EndsWith(text[^3..]), 1);
        await Finds(c => c.Notes.StartsWith(text[..3]) && c.Notes.EndsWith(text[^3..]), 1);
        await Finds(c => c.Notes.Contains("ends"), 2);
        Assert.That((await Contact.GetByHandleAsync(Db, text))!.Id, Is.EqualTo(1));
        Assert.That((await Contact.GetByHandleAsync(Db, "ends"))!.Id, Is.EqualTo(2));
    }

    [Test]
    public async Task What_does_not_begin_or_end_with_any_of_some_texts()
    {
        string[] texts = ["hello", "hell", "he", "hello world", "hello wonder", "hello wonders of it", "goodbye world", "", "hello world\0"];
        await SaveAsync([.. texts.Select(text => new Contact { Email = text })]);
        string[][] some = [["hello"], ["he", "good"], ["hello w"], ["hello wonder", "hell"], ["zebra"], [""], ["hello wonders of it and more"], ["world", "he"], ["o", "ld", "of it"]];
        foreach (string[] left in some)
        {
            Filter Begins(Contact.Columns c) => left.Select(one => c.Email.StartsWith(one)).Aggregate((x, y) => x || y);
            Filter Ends(Contact.Columns c) => left.Select(one => c.Email.EndsWith(one)).Aggregate((x, y) => x || y);
            await Finds(c => !Begins(c), [.. Ids(text => !left.Any(one => text.StartsWith(one, StringComparison.Ordinal)))]);
            await Finds(c => !Ends(c), [.. Ids(text => !left.Any(one => text.EndsWith(one, StringComparison.Ordinal)))]);
            await Finds(c => !Begins(c) && !Ends(c),
                [.. Ids(text => !left.Any(one => text.StartsWith(one, StringComparison.Ordinal) || text.EndsWith(one, StringComparison.Ordinal)))]);
        }

        IEnumerable<long> Ids(Func<string, bool> holds) => Enumerable.Range(0, texts.Length).Where(i => holds(texts[i])).Select(i => i + 1L);
    }

    [Test]
    public async Task One_column_has_tokens_equality_and_an_order()
    {
        await SaveAsync(new() { Email = "b@x.org" }, new() { Email = "ab@y.org" }, new() { Email = "a@x.org" }, new());
        await Finds(c => c.Email == "a@x.org", 3);
        Assert.That((await Contact.Query(Db).Where(c => c.Domain == "x.org").OrderBy(c => c.Email).ToListAsync()).Select(c => c.Id), Is.EqualTo(new[] { 3, 1 }));
        Assert.That((await Contact.Query(Db).OrderByDescending(c => c.Email).Select(c => c.Email).ToListAsync()), Is.EqualTo(new[] { "b@x.org", "ab@y.org", "a@x.org", null }));
        await Finds(c => c.Email >= "ab" && c.Domain.IsNotNull(), 1, 2);
    }

    [Test]
    public async Task A_text_without_words_is_stored_and_is_not_null()
    {
        await SaveAsync(new() { Notes = " -- ... " }, new() { Notes = "" }, new());
        Assert.That((await Contact.GetAsync(Other, 1))!.Notes, Is.EqualTo(" -- ... "));
        await Finds(c => c.Notes.IsNull(), 3);
        await Finds(c => c.Notes.StartsWith(""));
        await Finds(c => c.Notes.Contains(" -- "));
    }

    [Test]
    public async Task A_deleted_row_is_found_by_no_index_whether_deleted_at_once_or_by_a_commit()
    {
        await SaveAsync(Full("a"), Full("b"));
        async Task<long[]> CountsAsync() =>
        [
            await CountAsync(c => c.Notes.Contains("redis")), await CountAsync(c => c.Notes.StartsWith("red")), await CountAsync(c => c.Email.EndsWith("x.org")),
            await CountAsync(c => c.Domain == "x.org"), await CountAsync(c => c.Home.Within(new GeoPoint(13, 52), 1000)), await CountAsync(c => c.Labels.Contains("red")),
            await CountAsync(c => c.Spread > 0), await CountAsync(c => c.City == "bonn"), await CountAsync(c => c.Rounded.IsNotNull()),
        ];
        Assert.That(await CountsAsync(), Is.All.EqualTo(2));
        await (await Contact.GetAsync(Db, 1))!.DeleteAsync(Db);
        Assert.That(await CountsAsync(), Is.All.EqualTo(1));
        await using RomSession session = Db.OpenSession();
        session.Remove((await Contact.GetAsync(session, 2))!);
        Assert.That(await CountsAsync(), Is.All.EqualTo(1), "nothing was sent yet");
        await session.CommitAsync();
        Assert.That(await CountsAsync(), Is.All.EqualTo(0));
    }

    private static Contact Full(string name) => new()
    {
        First = name, Email = $"{name}@x.org", Notes = "Redis, and more", Home = new GeoPoint(13, 52), Labels = ["red"], High = 9, City = "Bonn",
    };

    private async Task SaveAsync(params Contact[] contacts)
    {
        foreach (Contact contact in contacts) await contact.SaveAsync(Db);
    }

    private Task<long> CountAsync(Func<Contact.Columns, Filter> filter) => Contact.Query(Db).Where(filter).CountAsync();

    private async Task Finds(Func<Contact.Columns, Filter> filter, params long[] ids) =>
        Assert.That((await Contact.Query(Other).Where(filter).ToListAsync()).Select(contact => contact.Id).Order(), Is.EqualTo(ids));
}
