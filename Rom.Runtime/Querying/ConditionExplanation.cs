using System.Globalization;
using System.Text;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>What became of one condition of a query.</summary>
public sealed class ConditionExplanation
{
    private ConditionExplanation(string text, string test, ConditionTrace trace, IReadOnlyList<ConditionExplanation> parts)
    {
        (Text, Test, Parts) = (text, test, parts);
        (Use, Estimate, Visited, Tested, Passed) = (trace.Use, trace.Estimate, trace.Visited, trace.Tested, trace.Passed);
    }

    /// <summary>The condition as the store sees it, without values unless <see cref="RomOptions.IncludeValuesInErrors"/> is set.</summary>
    public string Text { get; }

    /// <summary>How a candidate is tested: on its row, or by membership in an index.</summary>
    public string Test { get; }

    /// <summary>What it was used for.</summary>
    public ConditionUse Use { get; }

    /// <summary>How many rows it was expected to match, an upper bound or a guess; null when no index tells.</summary>
    public long? Estimate { get; }

    /// <summary>How many entries of its index were looked at.</summary>
    public long Visited { get; }

    /// <summary>How many candidates it was tested on.</summary>
    public long Tested { get; }

    /// <summary>How many of those met it.</summary>
    public long Passed { get; }

    /// <summary>Of <c>&amp;&amp;</c> and <c>||</c>: what they combine.</summary>
    public IReadOnlyList<ConditionExplanation> Parts { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        Print(text, depth: 0);
        return text.ToString();
    }

    internal static ConditionExplanation Of(SearchFilter filter, SearchTrace trace, ref int next, bool withValues)
    {
        ConditionTrace own = trace.Conditions.Count > 0 ? trace.Conditions[next] : new ConditionTrace(ConditionUse.NotNeeded, null, 0, 0, 0);
        next++;
        List<ConditionExplanation> parts = [];
        foreach (SearchFilter part in filter.Parts) parts.Add(Of(part, trace, ref next, withValues));
        string test = trace.Way == SearchWay.Scanned ? "on the row" : FilterText.Test(filter);
        return new ConditionExplanation(FilterText.Of(filter, withValues), test, own, parts);
    }

    internal void Print(StringBuilder text, int depth)
    {
        text.Append(' ', 2 * depth).Append(Use switch
        {
            ConditionUse.Drives => "drives: ",
            ConditionUse.InOrder => "bounds the order: ",
            ConditionUse.Intersected => "intersected: ",
            ConditionUse.Counted => "counted: ",
            ConditionUse.Tested => $"tested {Test}: ",
            ConditionUse.TestedByClient => "tested by the client: ",
            _ => "not needed: ",
        });
        text.Append(Text);
        text.Append(Estimate is { } estimate ? string.Create(CultureInfo.InvariantCulture, $"; estimate {estimate:N0}") : "; no estimate");
        if (Visited > 0) text.Append(CultureInfo.InvariantCulture, $", visited {Visited:N0}");
        if (Tested > 0) text.Append(CultureInfo.InvariantCulture, $", tested {Tested:N0}, passed {Passed:N0}");
        text.Append('\n');
        foreach (ConditionExplanation part in Parts) part.Print(text, depth + 1);
    }
}
