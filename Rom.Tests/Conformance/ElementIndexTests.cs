using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Indexes over the elements of collections.</summary>
public sealed class ElementIndexTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Contact, long, Contact.Columns>()];

    [Test]
    public async Task Rows_are_found_by_any_and_by_all_of_some_elements()
    {
        await SaveAsync(new() { Labels = ["Red", "blue", null] }, new() { Labels = ["RED", "red"] }, new() { Labels = [] }, new());
        Assert.That(await CountAsync(c => c.Labels.Contains("rEd")), Is.EqualTo(2));
        Assert.That(await CountAsync(c => c.Labels.ContainsAny(new[] { "blue", "green" })), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Labels.ContainsAll(new[] { "blue", "red" })), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Labels.ContainsAll([])), Is.EqualTo(4), "as in LINQ, all of none hold");
        Assert.That(await CountAsync(c => !c.Labels.Contains("red")), Is.EqualTo(2));
        Assert.That(await CountAsync(c => c.Labels.IsNull()), Is.EqualTo(1), "an empty list is a value");
    }

    [Test]
    public async Task A_change_inside_a_collection_changes_its_entries()
    {
        Contact contact = new() { Numbers = [1, 2], Lines = ["Hello, wide", "World"] };
        await SaveAsync(contact);
        contact.Numbers.Remove(1);
        contact.Numbers.Add(long.MaxValue);
        contact.Lines[1] = "Moon";
        Assert.That(await contact.SaveAsync(Db), Is.EqualTo(2));
        Assert.That(await CountAsync(c => c.Numbers.Contains(1)), Is.Zero);
        Assert.That(await CountAsync(c => c.Numbers.ContainsAll(new[] { 2, long.MaxValue })), Is.EqualTo(1));
        Assert.That(await CountAsync(c => c.Lines.Contains("hello moon")), Is.EqualTo(1), "the words of all elements");
        Assert.That(await CountAsync(c => c.Lines.StartsWith("wor")), Is.Zero);
        await contact.DeleteAsync(Db);
    }

    private async Task SaveAsync(params Contact[] contacts)
    {
        foreach (Contact contact in contacts) await contact.SaveAsync(Db);
    }

    private Task<long> CountAsync(Func<Contact.Columns, Filter> filter) => Contact.Query(Db).Where(filter).CountAsync();
}
