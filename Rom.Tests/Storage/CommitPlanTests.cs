using System.Text;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Sessions;
using Rom.Storage;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Storage;

/// <summary>Commits of several rows, which sessions will send: all or nothing, and uniques and keys against the final state.</summary>
public sealed class CommitPlanTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Pages, Tickets];

    private static ModelMetadata Pages => Metadata<Page, string, Page.Columns>();

    private static ModelMetadata Tickets => Metadata<Ticket, int, Ticket.Columns>();

    [Test]
    public async Task Rows_of_several_models_are_written_together_and_keys_come_in_their_order()
    {
        CommitResult result = await CommitAsync(NewTicket(null), NewPage("a", alias: "x"), NewTicket(null), NewTicket("2"));
        Assert.That(result.Status, Is.EqualTo(CommitStatus.Done));
        Assert.That(result.AssignedKeys.Select(Encoding.UTF8.GetString), Is.EqualTo(new[] { "3", "4" }), "the chosen key moved the counter first");
        Assert.That(await Ticket.Query(Db).CountAsync(), Is.EqualTo(3));
        Assert.That((await Page.GetByAliasAsync(Db, "x"))!.Slug, Is.EqualTo("a"));
    }

    [Test]
    public async Task A_refused_row_refuses_all()
    {
        await CommitAsync(NewPage("taken", alias: "x"));
        CommitResult exists = await CommitAsync(NewTicket(null), NewPage("taken"));
        Assert.That((exists.Status, exists.Row), Is.EqualTo((CommitStatus.RowExists, 1)));
        CommitResult unique = await CommitAsync(NewPage("a"), NewPage("b", alias: "x"));
        Assert.That((unique.Status, unique.Row, Encoding.UTF8.GetString(unique.Owner!)), Is.EqualTo((CommitStatus.UniqueTaken, 1, "taken")));
        Assert.That((await Ticket.Query(Db).CountAsync(), await Page.Query(Db).CountAsync()), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task One_key_or_one_unique_value_is_not_taken_twice()
    {
        CommitResult keys = await CommitAsync(NewTicket("7"), NewTicket("7"));
        Assert.That((keys.Status, keys.Row), Is.EqualTo((CommitStatus.KeyRepeated, 1)));
        CommitResult values = await CommitAsync(NewPage("a", alias: "x"), NewPage("b", alias: "x"));
        Assert.That((values.Status, values.Row, Encoding.UTF8.GetString(values.Owner!)), Is.EqualTo((CommitStatus.UniqueTaken, 1, "a")));
    }

    [Test]
    public async Task Two_rows_may_swap_a_unique_value_and_a_third_may_take_one_that_is_released()
    {
        await CommitAsync(NewPage("a", alias: "x"), NewPage("b", alias: "y"), NewPage("c", alias: "z"));
        CommitResult result = await CommitAsync(NewAlias("a", "x", "y"), NewAlias("b", "y", "x"), RowWrites.Delete(Pages, PageRow("c", "z"), loaded: null), NewPage("d", alias: "z"));
        Assert.That(result.Status, Is.EqualTo(CommitStatus.Done));
        Assert.That((await Page.GetByAliasAsync(Db, "x"))!.Slug, Is.EqualTo("b"));
        Assert.That((await Page.GetByAliasAsync(Db, "y"))!.Slug, Is.EqualTo("a"));
        Assert.That((await Page.GetByAliasAsync(Db, "z"))!.Slug, Is.EqualTo("d"));
    }

    [Test]
    public async Task A_word_that_moves_from_one_row_to_another_stays()
    {
        await CommitAsync(NewPage("a", text: "alpha beta"), NewPage("b", text: "gamma"));
        await CommitAsync(RowWrites.Delete(Pages, PageRow("a", text: "alpha beta"), loaded: null), NewPage("c", text: "alpha"));
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("alp")).CountAsync(), Is.EqualTo(1));
        Assert.That(await Page.Query(Db).Where(p => p.Text.StartsWith("bet")).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_counter_that_was_lost_never_leads_to_a_stored_row()
    {
        if (Kind != EngineKind.Redis) Assert.Ignore("Memory loses no counter.");
        for (int i = 0; i < 20; i++) await new Ticket().SaveAsync(Db);
        await Raw.KeyDeleteAsync(Prefix + "{things}Ticket:id");
        HashSet<int> keys = [];
        for (int i = 0; i < 20; i++)
        {
            Ticket ticket = new();
            await ticket.SaveAsync(Db);
            keys.Add(ticket.Id);
        }

        Assert.That(keys, Has.Count.EqualTo(20).And.All.GreaterThan(20));
        await Raw.StringSetAsync(Prefix + "{things}Ticket:id", "2147483640");
        for (int i = 41; i <= 46; i++) await new Ticket { Id = int.MaxValue - 47 + i }.SaveAsync(Db);
        Ticket last = new();
        await last.SaveAsync(Db);
        Assert.That(last.Id, Is.EqualTo(int.MaxValue), "looking ahead does not pass the last free key");
        RomException none = Assert.ThrowsAsync<RomException>(() => new Ticket().SaveAsync(Db))!;
        Assert.That(none.Message, Does.Contain("no further integer key"));
    }

    private Task<CommitResult> CommitAsync(params RowWrite[] rows) => Db.Engine.CommitAsync(new CommitPlan(rows), default);

    private static RowWrite NewTicket(string? key)
    {
        byte[]?[] row = new byte[]?[Tickets.Columns.Count];
        row[0] = key is null ? null : Encoding.UTF8.GetBytes(key);
        row[1] = "5"u8.ToArray();
        return RowWrites.Insert(Tickets, row[0], row, reportPresent: false);
    }

    private static RowWrite NewPage(string slug, string? alias = null, string? text = null)
    {
        byte[]?[] row = PageRow(slug, alias, text);
        return RowWrites.Insert(Pages, row[0], row, reportPresent: false);
    }

    private static RowWrite NewAlias(string slug, string from, string to)
    {
        byte[]?[] stored = PageRow(slug, from), next = [.. stored];
        int alias = Pages.Columns.Single(column => column.Property == nameof(Page.Alias)).Ordinal;
        next[alias] = Encoding.UTF8.GetBytes(to);
        return RowWrites.Update(Pages, stored, next, full: false);
    }

    private static byte[]?[] PageRow(string slug, string? alias = null, string? text = null) =>
    [
        .. Pages.Columns.Select(column => column.Property switch
        {
            nameof(Page.Slug) => Encoding.UTF8.GetBytes(slug),
            nameof(Page.Alias) when alias is not null => Encoding.UTF8.GetBytes(alias),
            nameof(Page.Text) when text is not null => Encoding.UTF8.GetBytes(text),
            _ => null,
        }),
    ];
}
