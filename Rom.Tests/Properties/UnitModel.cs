namespace Rom.Tests.Properties;

/// <summary>What a member holds.</summary>
internal sealed record MemberState(string? Handle = null, long? Buddy = null, long? Boss = null, int? Rank = null, string? Team = null, string? Words = null)
{
    public object?[] Columns => [Handle, Buddy, Boss, Rank, Team, Words];
}

/// <summary>What one entity of a unit of work wants.</summary>
/// <param name="Name">For messages and comparisons.</param>
/// <param name="Key">Its key; null: the store assigns one.</param>
/// <param name="Loaded">What it was loaded with; null: it is new.</param>
/// <param name="Wanted">What is to be stored; null: it is to go.</param>
/// <param name="Replaces">What the row held whose key it takes, when it was loaded; null: it takes none.</param>
internal sealed record UnitWish(string Name, long? Key, MemberState? Loaded, MemberState? Wanted, MemberState? Replaces = null)
{
    /// <summary>Which columns change.</summary>
    public bool[] Changes => [.. Enumerable.Range(0, new MemberState().Columns.Length).Select(column => Loaded is null || Wanted is null || !Equals(Loaded.Columns[column], Wanted.Columns[column]))];
}

/// <summary>Units of work as the documentation tells them, over a dictionary.</summary>
internal sealed class UnitModel
{
    private const int Handle = 0, Buddy = 1;

    public SortedDictionary<long, MemberState> Rows { get; } = [];

    /// <summary>The last key that was assigned, or passed by one that a caller chose.</summary>
    public long Counter { get; set; }

    /// <summary>
    /// Every reason why a unit is refused; none: it is committed. Where a new entity has the key of a row that is there, whether its own unique values count depends on the
    /// order of the unit: then each is told once.
    /// </summary>
    public List<string> Conflicts(IReadOnlyList<UnitWish> unit)
    {
        List<string> conflicts = [];
        foreach (UnitWish wish in unit.Where(wish => wish.Wanted is not null && wish.Key is not null))
        {
            MemberState? now = Rows.GetValueOrDefault(wish.Key!.Value);
            if (wish.Loaded is null && wish.Replaces is null && now is not null) conflicts.Add($"DuplicateKeyException {wish.Name}");
            if (wish.Loaded is null) continue;
            bool[] changes = wish.Changes;
            if (!changes.Contains(true)) continue;
            if (now is null) conflicts.Add($"EntityDeletedException {wish.Name}");
            else if (Enumerable.Range(0, changes.Length).Any(column => changes[column] && !Equals(now.Columns[column], wish.Loaded.Columns[column]))) conflicts.Add($"DataRaceException {wish.Name}");
        }

        foreach (int unique in (int[])[Handle, Buddy])
        {
            foreach (IGrouping<object, UnitWish> takers in unit.Where(wish => Takes(wish, unique)).GroupBy(wish => wish.Wanted!.Columns[unique]!))
            {
                bool isTaken = Rows.Any(row => Equals(row.Value.Columns[unique], takers.Key) && takers.Any(taker => taker.Key != row.Key) && !unit.Any(wish => Releases(wish, row.Key, unique, takers.Key)));
                int refused = isTaken ? takers.Count() : takers.Count() - 1;
                conflicts.AddRange(Enumerable.Repeat($"UniqueViolationException {(unique == Handle ? "Handle" : "Buddy")}", refused));
            }
        }

        conflicts.Sort(StringComparer.Ordinal);
        return conflicts;
    }

    /// <summary>Writes a unit whose entities all have their keys.</summary>
    public void Commit(IEnumerable<UnitWish> unit)
    {
        foreach (UnitWish wish in unit)
        {
            long key = wish.Key!.Value;
            if (wish.Wanted is null) Rows.Remove(key);
            else if (wish.Loaded is null) Rows[key] = wish.Wanted;
            else if (wish.Changes.Contains(true)) Rows[key] = Merged(Rows[key], wish);
        }
    }

    private static bool Takes(UnitWish wish, int unique) => wish.Wanted?.Columns[unique] is not null && wish.Changes[unique];

    /// <summary>Whether the unit itself takes a value from the row that has it.</summary>
    private static bool Releases(UnitWish wish, long owner, int unique, object value) => wish.Key == owner
        && (wish.Wanted is null || wish.Replaces is not null || wish.Loaded is not null && wish.Changes[unique] && Equals(wish.Loaded.Columns[unique], value));

    /// <summary>The columns that the unit changed, and all others as they are by now.</summary>
    private static MemberState Merged(MemberState now, UnitWish wish)
    {
        (bool[] changes, MemberState wanted) = (wish.Changes, wish.Wanted!);
        return new MemberState(
            changes[0] ? wanted.Handle : now.Handle, changes[1] ? wanted.Buddy : now.Buddy, changes[2] ? wanted.Boss : now.Boss, changes[3] ? wanted.Rank : now.Rank,
            changes[4] ? wanted.Team : now.Team, changes[5] ? wanted.Words : now.Words);
    }
}
