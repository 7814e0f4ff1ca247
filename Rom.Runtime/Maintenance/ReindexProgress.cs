namespace Rom;

/// <summary>What a <see cref="RomDatabase.ReindexAsync{TModel}"/> is doing.</summary>
public enum ReindexPhase
{
    /// <summary>Finding every row, whatever the set of all keys says.</summary>
    Collecting,

    /// <summary>Computing every entry and looking for duplicates; nothing is changed yet.</summary>
    Checking,

    /// <summary>Deleting the old index entries and uniques.</summary>
    Clearing,

    /// <summary>Adding the new ones.</summary>
    Filling,
}

/// <summary>How far a <see cref="RomDatabase.ReindexAsync{TModel}"/> is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">Rows, or while collecting and clearing keys, that are done in this phase.</param>
/// <param name="Total">Rows in all; 0 where it is not known.</param>
public readonly record struct ReindexProgress(ReindexPhase Phase, long Done, long Total);
