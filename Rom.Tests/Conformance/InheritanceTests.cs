using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

public sealed class InheritanceTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<Folder, long, Folder.Columns>(), Metadata<Badge, long, Badge.Columns>(), Metadata<Remark, string, Remark.Columns>(),
        Metadata<Mould, string, Mould.Columns>(),
    ];

    [Test]
    public void Columns_of_bases_come_first_and_an_override_takes_the_place_of_the_base()
    {
        ModelMetadata model = Metadata<Folder, long, Folder.Columns>();
        Assert.That(model.Columns.Select(column => column.Property), Is.EqualTo(new[] { "Id", "CreatedAt", "Kind", "Label", "Owner", "Depth" }));
        Assert.That(model.Indexes.Select(index => index.Name), Is.EquivalentTo(new[] { "CreatedAt", "Kind", "Label", "Kind+CreatedAt" }));
        Assert.That(model.Uniques.Select(unique => unique.Name), Is.EqualTo(new[] { "Owner" }));
    }

    [Test]
    public async Task Inherited_columns_are_saved_and_loaded_whatever_their_setters()
    {
        DateTimeOffset created = new(2026, 5, 6, 7, 8, 9, TimeSpan.FromHours(1));
        Folder folder = new() { CreatedAt = created, Depth = 3, Uses = 9 };
        folder.SetKind("draft");
        folder.GiveTo("ada");
        await folder.SaveAsync(Db);

        Folder loaded = (await Folder.GetAsync(Other, folder.Id))!;

        Assert.That((loaded.Id, loaded.CreatedAt, loaded.Kind, loaded.Label, loaded.Owner, loaded.Depth, loaded.Uses),
            Is.EqualTo((folder.Id, created, "draft", "folder", "ada", 3, 0)));
        Assert.That((await Folder.GetByOwnerAsync(Db, "ada"))!.Id, Is.EqualTo(folder.Id));
        Assert.That(await Folder.Query(Db).Where(f => f.Kind == "draft" && f.CreatedAt >= created && f.Label.StartsWith("fol")).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_override_has_what_it_does_not_say_itself_from_what_it_overrides()
    {
        ModelMetadata model = Metadata<Mould, string, Mould.Columns>();
        Assert.That(model.Columns.Select(column => $"{column.Property}:{column.StoredName}"), Is.EquivalentTo(new[] { "Name:key", "Code:Code", "Size:s", "Twice:Twice", "Note:n", "Of:Of" }));
        Assert.That(model.Indexes.Select(index => $"{index.Name}:{index.Kind}"), Is.EquivalentTo(new[] { "s:Exact", "Twice:Ordered", "Of:Exact" }));
        Mould mould = new() { Name = "a", Code = "c", Size = 3, Uses = 4, Note = "n", Twice = 5 };
        await mould.SaveAsync(Db);
        await new Mould { Name = "b", Of = mould }.SaveAsync(Db);
        Mould loaded = (await Mould.GetByCodeAsync(Other, "c"))!;
        Assert.That((loaded.Name, loaded.Size, loaded.Uses, loaded.Note), Is.EqualTo(("a", (int?)3, 0, "n")));
        Assert.That(await Mould.Query(Db).Where(m => m.Of == mould && m.Size == null).CountAsync(), Is.EqualTo(1));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Mould { Name = "d", Code = "c" }.SaveAsync(Db));
    }

    [Test]
    public async Task Models_of_one_base_have_rows_keys_and_uniques_of_their_own()
    {
        Folder folder = new();
        folder.GiveTo("ada");
        Badge badge = new(), other = new();
        badge.GiveTo(7);
        other.GiveTo(7);
        await folder.SaveAsync(Db);
        await badge.SaveAsync(Db);

        Assert.That((folder.Id, badge.Id), Is.EqualTo((1L, 1L)));
        Assert.That((await Badge.GetByOwnerAsync(Other, 7))!.Label, Is.EqualTo("base"));
        Assert.ThrowsAsync<UniqueViolationException>(() => other.SaveAsync(Db));
        await badge.DeleteAsync(Db);
        Assert.That(await Folder.Query(Db).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_with_copy_of_a_record_is_a_new_entity_and_equality_is_that_of_the_columns()
    {
        Remark saved = new() { Slug = "a", Author = "ada", Text = "one" };
        await saved.SaveAsync(Db);
        Remark loaded = (await Remark.GetAsync(Other, "a"))!;
        Remark copy = loaded with { Text = "two" };

        Assert.That(loaded, Is.EqualTo(saved));
        Assert.That(loaded.GetHashCode(), Is.EqualTo(saved.GetHashCode()));
        Assert.That(new Remark { Slug = "a", Author = "ada", Text = "one" }, Is.EqualTo(saved), "a new entity equals a stored one with the same columns");
        Assert.That(copy, Is.Not.EqualTo(saved));
        Assert.ThrowsAsync<DuplicateKeyException>(() => copy.SaveAsync(Db), "the copy is not tracked");
        Assert.That(await copy.SaveAsync(Db, SaveMode.Replace), Is.GreaterThan(0));
        Assert.That(await loaded.SaveAsync(Db), Is.Zero, "the original still is");
        Assert.That((await Remark.GetAsync(Other, "a"))!.Text, Is.EqualTo("two"));
        await (loaded with { }).DeleteAsync(Db);
        Assert.That(await Remark.GetAsync(Other, "a"), Is.Null);
    }
}
