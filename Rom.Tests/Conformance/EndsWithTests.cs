using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What ends with a text: whole strings, with letter case and without, computed ones, and words.</summary>
public sealed class EndsWithTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [SetUp]
    public async Task FillAsync()
    {
        await new Contact { Handle = "a", First = "Ann", Last = "Lee", Email = "ann@host.com", Nick = "ÄNNI", Notes = "running Redis" }.SaveAsync(Db);
        await new Contact { Handle = "b", First = "Bob", Last = "Lee", Email = "bob@Host.com", Nick = "bobbi", Notes = "runs, in the morning" }.SaveAsync(Db);
        await new Contact { Handle = "c", First = "Cat", Last = "Éé", Email = "日本語", Nick = "", Notes = null }.SaveAsync(Db);
        await new Contact { Handle = "d", First = null, Last = null, Email = null, Nick = null, Notes = new string('x', 600) + "ing" }.SaveAsync(Db);
        await new Contact { Handle = "e", First = "Eve", Last = "lee", Email = "a\0com", Nick = "XänNI", Notes = "ing" }.SaveAsync(Db);
    }

    [Test]
    public async Task Whole_texts()
    {
        await Finds(c => c.Email.EndsWith("@host.com"), "a");
        await Finds(c => c.Email.EndsWith("com"), "abe");
        await Finds(c => c.Email.EndsWith("\0com"), "e");
        await Finds(c => c.Email.EndsWith("本語"), "c");
        await Finds(c => c.Email.EndsWith(""), "abce");
        await Finds(c => !c.Email.EndsWith("com"), "cd");
        await Finds(c => c.Email.EndsWith("com") && c.Email.StartsWith("b"), "b");
        await Finds(c => c.Email.EndsWith("host.com") || c.Notes.IsNull(), "ac");
    }

    [Test]
    public async Task Letter_case_aside()
    {
        await Finds(c => c.Nick.EndsWith("änni"), "ae");
        await Finds(c => c.Nick.EndsWith("ÄNNI"), "ae");
        await Finds(c => !c.Nick.EndsWith("NI"), "bcd");
        await Finds(c => c.Nick.StartsWith("xä") && c.Nick.EndsWith("I"), "e");
        await Finds(c => c.Nick.Like("*NN!", anchored: true), "ae");
        await Finds(c => c.Nick == "änni", "a");
        await Finds(c => c.FullName.EndsWith("LEE"), "abe");
        await Finds(c => !c.FullName.EndsWith("LEE") && c.FullName.IsNotNull(), "c");
    }

    [Test]
    public async Task Words()
    {
        await Finds(c => c.Notes.EndsWith("ing"), "abde");
        await Finds(c => c.Notes.EndsWith("NING"), "ab");
        await Finds(c => !c.Notes.EndsWith("ing"), "c");
        await Finds(c => c.Notes.EndsWith("xing") && c.Notes.StartsWith("xx"), "d");
        await Finds(c => c.Notes.EndsWith("s") && c.Notes.StartsWith("run"), "ab");
    }

    private async Task Finds(Func<Contact.Columns, Filter> condition, string handles)
    {
        List<Contact> found = await Contact.Query(Db).Where(condition).ToListAsync();
        Assert.That(string.Concat(found.Select(contact => contact.Handle).Order()), Is.EqualTo(handles));
        Assert.That(await Contact.Query(Db).Where(condition).CountAsync(), Is.EqualTo(handles.Length));
        List<string?> ordered = await Contact.Query(Db).Where(condition).OrderBy(c => c.Email).Take(2).Select(c => c.Email).ToListAsync();
        Assert.That(ordered, Has.Count.EqualTo(Math.Min(2, handles.Length)));
    }
}
