using System.Globalization;
using System.Text;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>How a query was answered and what it cost, as <c>ExplainAsync</c> measured it. <see cref="ToString"/> is a text to read.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(SearchPlan plan, SearchTrace trace, bool withValues)
    {
        Model = plan.Model.Name;
        (RowsFound, RowsVisited, RoundTrips, Time, IsServerTime) = (trace.Found, trace.Visited, trace.Calls, trace.Time, trace.IsServerTime);
        int next = 0;
        List<ConditionExplanation> conditions = [];
        foreach (SearchFilter condition in plan.Conditions) conditions.Add(ConditionExplanation.Of(condition, trace, ref next, withValues));
        Conditions = conditions;
        Way = WayText.Of(plan, trace);
    }

    /// <summary>The name of the model.</summary>
    public string Model { get; }

    /// <summary>How the rows were found: by which index or condition, and whether they were sorted.</summary>
    public string Way { get; }

    /// <summary>What became of each condition; a row must meet all of them.</summary>
    public IReadOnlyList<ConditionExplanation> Conditions { get; }

    /// <summary>How many rows are within the window.</summary>
    public long RowsFound { get; }

    /// <summary>How many rows or index entries were looked at.</summary>
    public long RowsVisited { get; }

    /// <summary>How often the caller waited for the store.</summary>
    public int RoundTrips { get; }

    /// <summary>How long the scripts ran on the server, or, where <see cref="IsServerTime"/> is false, how long the client waited.</summary>
    public TimeSpan Time { get; }

    /// <summary>Whether the server measured the time. Servers whose clock stands still in a script, from 7.2 on, cannot.</summary>
    public bool IsServerTime { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        string time = IsServerTime ? "ms in scripts on the server" : "ms until the client had the answer";
        text.Append(CultureInfo.InvariantCulture, $"{Model}: {RowsFound:N0} found, {RowsVisited:N0} visited, {RoundTrips} round trip{(RoundTrips == 1 ? "" : "s")}, {Time.TotalMilliseconds:0.000} {time}\n");
        text.Append(Way).Append('\n');
        foreach (ConditionExplanation condition in Conditions) condition.Print(text, depth: 1);
        return text.ToString();
    }
}
