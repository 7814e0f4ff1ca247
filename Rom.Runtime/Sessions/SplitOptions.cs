namespace Rom;

/// <summary>How a unit that is too large for one commit is split: into parts in the order in which entities joined, each all or nothing by itself.</summary>
public sealed class SplitOptions
{
    private readonly int _rowsPerCommit = 500;

    /// <summary>How many rows a part has; 500 when not set.</summary>
    public int RowsPerCommit
    {
        get => _rowsPerCommit;
        init => _rowsPerCommit = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A commit writes at least one row.");
    }
}
