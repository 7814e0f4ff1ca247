using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Many entities in few calls, each by itself.</summary>
public sealed class BulkTests(EngineKind kind) : PersonFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [.. base.VerifiedModels, Metadata<Hooked, long, Hooked.Columns>()];

    [Test]
    public async Task Thousands_are_saved_in_few_calls_and_deleted_again()
    {
        Ticket[] tickets = [.. Enumerable.Range(0, 1_200).Select(i => new Ticket { Priority = i })];
        long before = Db.RoundTrips;
        IReadOnlyList<EntityResult> saved = await Db.SaveAllAsync(tickets);
        Assert.That(Db.RoundTrips - before, Is.EqualTo(3));
        Assert.That(saved.Select(result => (result.Entity, result.Outcome)), Is.EqualTo(tickets.Select(ticket => (ticket, EntityOutcome.Written))));
        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(Enumerable.Range(1, 1_200)));
        Assert.That(await Ticket.Query(Other).Where(t => t.Priority >= 600).CountAsync(), Is.EqualTo(600));

        tickets[7].Priority = -1;
        before = Db.RoundTrips;
        saved = await Db.SaveAllAsync(tickets);
        Assert.That((Db.RoundTrips - before, saved.Count(result => result.Outcome == EntityOutcome.Unchanged)), Is.EqualTo((1, 1_199)));

        IReadOnlyList<EntityResult> deleted = await Db.DeleteAllAsync(tickets.Append(new Ticket { Id = 9_999 }));
        Assert.That(deleted.Take(1_200).Select(result => result.Outcome), Is.All.EqualTo(EntityOutcome.Written));
        Assert.That(deleted[^1].Outcome, Is.EqualTo(EntityOutcome.Unchanged), "there was no such row");
        Assert.That(await Ticket.Query(Other).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task What_is_refused_keeps_no_other_from_being_saved_and_each_has_its_result()
    {
        Page owner = new() { Slug = "owner", Alias = "x" }, raced = new() { Slug = "raced" };
        await Db.SaveAllAsync([owner, raced]);
        Page other = (await Page.GetAsync(Other, "raced"))!;
        other.Views = 5;
        await other.SaveAsync(Other);
        raced.Views = 6;
        Page fine = new() { Slug = "fine", Alias = "twin" };
        IRomEntity[] entities =
        [
            new Page { Slug = "a", Alias = "x" }, fine, raced, new Page { Slug = "b", Alias = "twin" }, new Page { Slug = "owner" }, owner,
            new Page { Slug = null! }, new Device { Serial = "s" }, new Page { Slug = "b" },
        ];
        BulkException error = Assert.ThrowsAsync<BulkException>(() => Db.SaveAllAsync(entities))!;
        Assert.That(error.Results.Select(result => (result.Entity, result.Outcome, result.Error?.GetType())), Is.EqualTo(new (IRomEntity, EntityOutcome, Type?)[]
        {
            (entities[0], EntityOutcome.Refused, typeof(UniqueViolationException)),
            (fine, EntityOutcome.Written, null),
            (raced, EntityOutcome.Refused, typeof(DataRaceException)),
            (entities[3], EntityOutcome.Refused, typeof(UniqueViolationException)),
            (entities[4], EntityOutcome.Refused, typeof(DuplicateKeyException)),
            (owner, EntityOutcome.Unchanged, null),
            (entities[6], EntityOutcome.Refused, typeof(RomException)),
            (entities[7], EntityOutcome.Written, null),
            (entities[8], EntityOutcome.Written, null),
        }));
        Assert.That(error.Message, Does.StartWith("5 of 9 entities were not saved"));
        Assert.That(error.Results.Where(result => result.Error is ConflictException).Select(result => ((ConflictException)result.Error!).Conflicts.Count), Is.All.EqualTo(1), "each its own");
        Assert.That((await Page.Query(Other).CountAsync(), await Device.Query(Other).CountAsync()), Is.EqualTo((4, 1)));
    }

    [Test]
    public async Task Cancelled_between_two_calls_it_tells_of_each_entity([Values] bool delete)
    {
        Ticket[] tickets = [.. Enumerable.Range(0, 1_200).Select(i => new Ticket { Id = i + 1, Priority = i })];
        if (delete) await Db.SaveAllAsync(tickets);
        else await new Ticket { Id = 3 }.SaveAsync(Other);
        using CancellationTokenSource source = new();
        RomDatabase db = new(new CancellingEngine(Db.Engine, commits: delete ? 2 : 3, source), Db.Options);
        BulkException error = Assert.ThrowsAsync<BulkException>(() => delete ? db.DeleteAllAsync(tickets, source.Token) : db.SaveAllAsync(tickets, source.Token))!;
        Assert.That(error.Results.Select(result => result.Entity), Is.EqualTo(tickets));
        Assert.That(error.Results.Select(result => result.Outcome), Is.EqualTo(Enumerable.Range(0, 1_200)
            .Select(i => i >= 1_000 ? EntityOutcome.NotSent : i == 2 && !delete ? EntityOutcome.Refused : EntityOutcome.Written)));
        Assert.That((error.Results[^1].Error!.InnerException as OperationCanceledException)?.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(error.Message, Does.StartWith($"{(delete ? 200 : 201)} of 1200 entities were not {(delete ? "deleted" : "saved")}").And.Contain("cancelled"));
        Assert.That(await Ticket.Query(Other).CountAsync(), Is.EqualTo(delete ? 200 : 1_000));

        IEnumerable<IRomEntity> rest = error.Results.Where(result => result.Outcome == EntityOutcome.NotSent).Select(result => result.Entity);
        Assert.That(await (delete ? Db.DeleteAllAsync(rest) : Db.SaveAllAsync(rest)), Has.All.Matches<EntityResult>(result => result.Outcome == EntityOutcome.Written));
    }

    [Test]
    public async Task Cancelled_while_one_unit_is_sent_again_without_what_was_refused_it_tells_that_the_others_were_not_sent()
    {
        await new Ticket { Id = 1 }.SaveAsync(Other);
        using CancellationTokenSource source = new();
        RomDatabase db = new(new CancellingEngine(Db.Engine, commits: 1, source), Db.Options);
        BulkException error = Assert.ThrowsAsync<BulkException>(() => db.SaveAllAsync([new Ticket { Id = 1 }, new Ticket { Id = 2 }], source.Token))!;
        Assert.That(error.Results.Select(result => result.Outcome), Is.EqualTo(new[] { EntityOutcome.Refused, EntityOutcome.NotSent }));
        Assert.That(await Ticket.Query(Other).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Null_among_the_entities_is_refused_before_anything_is_sent()
    {
        Assert.ThrowsAsync<ArgumentNullException>(() => Db.SaveAllAsync([new Ticket(), null!]));
        Assert.That(await Ticket.Query(Other).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Hooks_run_around_each_entity()
    {
        Hooked[] hooked = [new() { Name = "a" }, new() { Name = "b" }, new() { Name = "a" }];
        Assert.ThrowsAsync<BulkException>(() => Db.SaveAllAsync(hooked));
        Assert.That(hooked.Select(one => string.Join(' ', one.Calls)), Is.EqualTo(new[] { "BeforeInsert AfterInsert", "BeforeInsert AfterInsert", "BeforeInsert" }));
        hooked[0].Actions["BeforeUpdate"] = one => one.Value = 9;
        hooked[0].Name = "c";
        await Db.SaveAllAsync([hooked[0], hooked[1]]);
        Assert.That((await Hooked.GetAsync(Other, hooked[0].Id))!.Value, Is.EqualTo(9));
        Assert.That(hooked[1].Calls, Does.Not.Contain("BeforeUpdate"), "nothing had changed");
        await Db.DeleteAllAsync([hooked[1]]);
        Assert.That(hooked[1].Calls, Does.Contain("AfterDelete"));
    }

    [Test]
    public async Task What_a_hook_throws_is_the_result_of_its_entity_and_keeps_no_other_from_being_written()
    {
        Action<Hooked> fail = _ => throw new InvalidTimeZoneException("a value");
        Hooked bad = new() { Name = "bad" };
        Hooked[] hooked = [new() { Name = "a" }, bad, new() { Name = "c" }];
        bad.Actions["BeforeInsert"] = bad.Actions["BeforeUpdate"] = bad.Actions["BeforeDelete"] = fail;
        AssertRefused(Assert.ThrowsAsync<BulkException>(() => Db.SaveAllAsync(hooked))!, key: null);
        Assert.That(await Hooked.Query(Other).CountAsync(), Is.EqualTo(2));

        bad.Actions.Remove("BeforeInsert");
        await bad.SaveAsync(Db);
        foreach (Hooked one in hooked) one.Value = 5;
        AssertRefused(Assert.ThrowsAsync<BulkException>(() => Db.SaveAllAsync(hooked))!, $"{bad.Id}");
        Assert.That(await Hooked.Query(Other).Where(h => h.Value == 5).CountAsync(), Is.EqualTo(2));
        AssertRefused(Assert.ThrowsAsync<BulkException>(() => Db.DeleteAllAsync(hooked))!, $"{bad.Id}");
        Assert.That((await Hooked.Query(Other).ToListAsync()).Single().Id, Is.EqualTo(bad.Id));

        Hooked taken = new() { Name = "bad" }, written = new() { Name = "written" };
        written.Actions["AfterInsert"] = fail;
        BulkException both = Assert.ThrowsAsync<BulkException>(() => Db.SaveAllAsync([taken, written]))!;
        Assert.That(both.Results.Select(result => result.Outcome), Is.EqualTo(new[] { EntityOutcome.Refused, EntityOutcome.Written }));
        Assert.That(((AggregateException)both.InnerException!).InnerExceptions.Select(inner => inner.GetType()),
            Is.EqualTo(new[] { typeof(UniqueViolationException), typeof(InvalidTimeZoneException) }));

        void AssertRefused(BulkException error, string? key)
        {
            Assert.That(error.Results.Select(result => result.Outcome), Is.EqualTo(new[] { EntityOutcome.Written, EntityOutcome.Refused, EntityOutcome.Written }));
            RomException reason = error.Results[1].Error!;
            Assert.That((reason.Model, reason.Key, reason.InnerException), Is.EqualTo(("Hooked", key, reason.InnerException as InvalidTimeZoneException)));
            Assert.That(reason.InnerException, Is.Not.Null);
            Assert.That(error.Message, Does.Not.Contain("a value").And.Contain(nameof(InvalidTimeZoneException)));
        }
    }

    [Test]
    public async Task Hooks_of_a_commit_run_before_anything_is_sent_and_after_all_is_written()
    {
        await using RomSession session = Db.OpenSession();
        Hooked first = new() { Name = "a" }, second = new() { Name = "b" };
        second.Actions["BeforeInsert"] = _ => throw new InvalidOperationException("no");
        session.Add(first);
        session.Add(second);
        Assert.That(() => session.CommitAsync(), Throws.InvalidOperationException.With.Message.EqualTo("no"));
        Assert.That(await Hooked.Query(Other).CountAsync(), Is.Zero);
        second.Actions.Clear();
        second.Actions["AfterInsert"] = one => throw new InvalidOperationException($"stored as {one.Id}");
        Assert.That(() => session.CommitAsync(), Throws.InvalidOperationException.With.Message.EqualTo("stored as 2"));
        Assert.That(first.Calls, Does.Contain("AfterInsert"));
        Assert.That(await Hooked.Query(Other).CountAsync(), Is.EqualTo(2), "it has happened");
        Assert.That(await session.CommitAsync(), Is.Zero);
    }
}
