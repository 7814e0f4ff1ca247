namespace Rom.Storage;

/// <summary>What a search did.</summary>
/// <param name="Way">How it found its rows.</param>
/// <param name="Conditions">What became of each condition, a combined one before its parts.</param>
/// <param name="Found">How many rows are within the window.</param>
/// <param name="Visited">How many rows or index entries were looked at.</param>
/// <param name="Calls">How many calls it took.</param>
/// <param name="Time">How long they took.</param>
/// <param name="IsServerTime">Whether the server measured it; else the client did, the way there and back included.</param>
internal sealed record SearchTrace(
    SearchWay Way, IReadOnlyList<ConditionTrace> Conditions, long Found, long Visited, int Calls, TimeSpan Time, bool IsServerTime);

/// <summary>How a search finds its rows. The first three are numbers of <c>explain.lua</c>.</summary>
internal enum SearchWay
{
    /// <summary>An index tells how many there are.</summary>
    Counted,

    /// <summary>In their order, until the window is full.</summary>
    Walked,

    /// <summary>From the condition that drives, or all of them, and sorted.</summary>
    Driven,

    /// <summary>In groups of one value in the first column of the order, each sorted, until the window is full.</summary>
    Grouped,

    /// <summary>Outwards from the point whose distance is the order, until the window is full.</summary>
    Nearest,

    /// <summary>Every row is looked at, because there are no indexes.</summary>
    Scanned,

    /// <summary>The window is empty, so nothing was asked.</summary>
    Skipped,
}

/// <summary>What became of one condition.</summary>
/// <param name="Use">What it was for.</param>
/// <param name="Estimate">How many rows it was expected to match; null when its indexes cannot tell.</param>
/// <param name="Visited">How many entries of its index were looked at.</param>
/// <param name="Tested">How many rows it was tested on.</param>
/// <param name="Passed">How many of those it matched.</param>
internal readonly record struct ConditionTrace(ConditionUse Use, long? Estimate, long Visited, long Tested, long Passed);
