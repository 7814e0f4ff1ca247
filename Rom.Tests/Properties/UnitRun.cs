using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Runs a history on a database and on the model of it, and says where they part.</summary>
internal sealed class UnitRun(RomDatabase db)
{
    private static readonly string?[] Handles = [null, "a", "b", "c", "", "é"], Teams = [null, "red", "blue"], Words = [null, "one two", "two", "two three one"];
    private static readonly int?[] Ranks = [null, 0, 1, int.MaxValue];

    private readonly UnitModel _model = new();

    /// <summary>What happened, keys included: the same on every engine.</summary>
    public List<string> Outcomes { get; } = [];

    public async Task<string?> ProblemAsync(UnitHistory history)
    {
        for (int at = 0; at < history.Units.Count; at++)
        {
            if (await ProblemAsync(history.Units[at]) is { } problem) return $"in unit {at}: {problem}";
        }

        return null;
    }

    private async Task<string?> ProblemAsync(IReadOnlyList<UnitStep> steps)
    {
        await using RomSession session = db.OpenSession();
        // Rows that the session does not know are those whose keys a new one may choose by mistake.
        List<UnitDraft> drafts = [.. (await Member.GetAsync(session, _model.Rows.Keys.Where(key => key % 4 != 3))).Select(member => new UnitDraft(member, $"row {member.Id}") { Loaded = _model.Rows[member.Id] })];
        foreach (UnitStep step in steps) await TakeAsync(step, session, drafts);
        UnitWish[] unit = [.. drafts.Select(draft => draft.Wish)];
        List<string> expected = _model.Conflicts(unit), actual = [];
        try
        {
            await session.CommitAsync();
        }
        catch (ConflictException e)
        {
            actual.AddRange(e.Conflicts.Select(conflict => $"{conflict.GetType().Name} {(conflict is UniqueViolationException ? conflict.Column : drafts.Single(draft => draft.Entity == conflict.Entity && !draft.IsGone).Name)}").Order(StringComparer.Ordinal));
        }

        bool isDuplicate = expected.Exists(conflict => conflict.StartsWith(nameof(DuplicateKeyException), StringComparison.Ordinal));
        if (!(isDuplicate ? actual.Distinct().SequenceEqual(expected.Distinct()) : actual.SequenceEqual(expected))) return $"[{string.Join(", ", actual)}] instead of [{string.Join(", ", expected)}]";
        Outcomes.Add(actual.Count == 0 ? string.Join(", ", drafts.Select(draft => $"{draft.Name}: {draft.Entity.Id}")) : string.Join(", ", actual));
        if (actual.Count == 0 && await AcceptProblemAsync(session, drafts) is { } problem) return problem;
        return await ContentProblemAsync();
    }

    /// <summary>Takes over what a commit wrote.</summary>
    private async Task<string?> AcceptProblemAsync(RomSession session, List<UnitDraft> drafts)
    {
        UnitDraft[] added = [.. drafts.Where(draft => draft is { Loaded: null, Chosen: null, IsGone: false })];
        _model.Counter = drafts.Where(draft => draft.Chosen is not null).Select(draft => draft.Chosen!.Value).Append(_model.Counter).Max();
        long[] assigned = [.. added.Select(draft => draft.Entity.Id).Order()], next = [.. Enumerable.Range(1, added.Length).Select(i => _model.Counter + i)];
        if (!assigned.SequenceEqual(next)) return $"keys [{string.Join(", ", assigned)}] instead of [{string.Join(", ", next)}]";
        _model.Counter += added.Length;
        _model.Commit(drafts.Select(draft => draft.Wish));
        foreach (UnitDraft draft in drafts.Where(draft => !draft.IsGone))
        {
            if (draft.OfEntity != draft.Wish.Wanted) return $"{draft.Name} has {draft.OfEntity} after the commit instead of {draft.Wish.Wanted}";
        }

        return await session.CommitAsync() is not 0 and int again ? $"{again} rows written by a second commit" : null;
    }

    private async Task<string?> ContentProblemAsync()
    {
        List<Member> members = await Member.Query(db).OrderBy(m => m.Rank).ToListAsync();
        string stored = string.Join('\n', members.OrderBy(member => member.Id).Select(member => $"{member.Id}: {UnitDraft.StateOf(member)}"));
        string implied = string.Join('\n', _model.Rows.Select(row => $"{row.Key}: {row.Value}"));
        if (stored != implied) return $"\n{stored}\nis stored instead of\n{implied}";
        foreach (string handle in Handles.OfType<string>())
        {
            long? owner = (await Member.GetByHandleAsync(db, handle))?.Id, other = _model.Rows.Where(row => row.Value.Handle == handle).Select(row => (long?)row.Key).SingleOrDefault();
            if (owner != other) return $"the handle '{handle}' finds {owner} instead of {other}";
        }

        return null;
    }

    private async Task TakeAsync(UnitStep step, RomSession session, List<UnitDraft> drafts)
    {
        UnitDraft[] live = [.. drafts.Where(draft => !draft.IsGone)], stored = [.. live.Where(draft => draft.Loaded is not null)];
        switch (step.Action)
        {
            case UnitAction.Add:
                long[] unknown = [.. _model.Rows.Keys.Where(one => one % 4 == 3)];
                long? key = step.Row % 3 > 0 ? null : step.Value % 3 == 0 && unknown.Length > 0 ? unknown[step.Column % unknown.Length] : 1 + step.Column % 40;
                if (drafts.Exists(draft => draft.Key == key)) key = null;
                Add(step, session, drafts, key, replaced: null);
                break;
            case UnitAction.Change when live.Length > 0:
                Set(live[step.Row % live.Length], step.Column, step.Value, live);
                break;
            case UnitAction.Swap when live.Length > 0:
                UnitDraft one = live[step.Row % live.Length], two = live[step.Column % live.Length];
                (one.Entity.Handle, two.Entity.Handle) = (two.Entity.Handle, one.Entity.Handle);
                break;
            case UnitAction.Remove or UnitAction.Replace when stored.Length > 0:
                UnitDraft gone = stored[step.Row % stored.Length];
                session.Remove(gone.Entity);
                gone.IsGone = true;
                foreach (UnitDraft draft in drafts) draft.Avoid(gone);
                if (step.Action == UnitAction.Remove) break;
                drafts.Remove(gone);
                Add(step, session, drafts, gone.Key, gone.Loaded);
                break;
            case UnitAction.ChangeBeside or UnitAction.DeleteBeside when _model.Rows.Count > 0:
                await TakeBesideAsync(step, drafts);
                break;
        }
    }

    private static void Add(UnitStep step, RomSession session, List<UnitDraft> drafts, long? key, MemberState? replaced)
    {
        UnitDraft added = new(Member.WithKey(key ?? 0), $"new {drafts.Count}") { Chosen = key, Replaces = replaced };
        UnitDraft[] targets = [.. drafts.Where(draft => !draft.IsGone)];
        drafts.Add(added);
        session.Add(added.Entity);
        Random random = new(step.Row * 10_000 + step.Column * 100 + step.Value);
        for (int column = 0; column < 6; column++) Set(added, column, random.Next(100), targets);
    }

    private static void Set(UnitDraft draft, int column, int value, UnitDraft[] targets)
    {
        switch (column % 6)
        {
            case 0:
                draft.Entity.Handle = Handles[value % Handles.Length];
                break;
            case 1 or 2:
                draft.Refer(column % 6 == 1, value % 3 == 0 || targets.Length == 0 ? null : targets[value % targets.Length], targets, byKey: value % 2 == 0);
                break;
            case 3:
                draft.Entity.Rank = Ranks[value % Ranks.Length];
                break;
            case 4:
                draft.Entity.Team = Teams[value % Teams.Length];
                break;
            default:
                draft.Entity.Words = Words[value % Words.Length];
                break;
        }
    }

    /// <summary>Another program changes or deletes a row, so that what the unit knows of it is no longer so.</summary>
    private async Task TakeBesideAsync(UnitStep step, List<UnitDraft> drafts)
    {
        // Often a row that the unit changes, and the column.
        UnitDraft[] changed = [.. drafts.Where(draft => draft is { Loaded: not null, IsGone: false } && _model.Rows.ContainsKey(draft.Key!.Value) && draft.Wish.Changes.Contains(true))];
        long key = _model.Rows.Keys.ElementAt(step.Row % _model.Rows.Count);
        if (step.Value % 2 == 0 && changed.Length > 0)
        {
            UnitDraft raced = changed[step.Row % changed.Length];
            (key, step) = (raced.Key!.Value, step with { Column = step.Column % 3 == 0 ? step.Column : Array.IndexOf(raced.Wish.Changes, true) });
        }

        Member member = (await Member.GetAsync(db, key))!;
        if (step.Action == UnitAction.DeleteBeside)
        {
            await member.DeleteAsync(db);
            _model.Rows.Remove(key);
            return;
        }

        UnitDraft draft = new(member, "beside");
        if (step.Column % 6 is 1 or 2) draft.Refer(step.Column % 6 == 1, target: null, [], byKey: false);
        else Set(draft, step.Column, step.Value, []);
        if (member.Handle is { } handle && _model.Rows.Any(row => row.Key != key && row.Value.Handle == handle)) member.Handle = null;
        await member.SaveAsync(db);
        _model.Rows[key] = UnitDraft.StateOf(member);
    }
}
