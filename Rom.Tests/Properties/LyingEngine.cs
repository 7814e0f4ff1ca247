using Rom.Storage;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Properties;

/// <summary>Searches for something a little different from what it is asked for.</summary>
internal sealed class LyingEngine(IEngine inner, string lie) : PassingEngine(inner)
{
    public static readonly string[] Lies =
        ["a condition is left out", "no condition is negated", "a range ends earlier", "the order is the other way round", "null is elsewhere", "ties are not broken", "one row more is skipped", "the last row is lost"];

    public override async Task<SearchResult> SearchAsync(SearchPlan plan, CancellationToken cancellationToken)
    {
        SearchResult result = await base.SearchAsync(Changed(plan), cancellationToken);
        return lie == Lies[7] && result.Rows.Count > 1 ? result with { Rows = [.. result.Rows.SkipLast(1)] } : result;
    }

    private SearchPlan Changed(SearchPlan plan) => Array.IndexOf(Lies, lie) switch
    {
        0 => plan with { Conditions = [.. plan.Conditions.Skip(1)] },
        1 => plan with { Conditions = [.. plan.Conditions.Select(Affirmed)] },
        2 => plan with { Conditions = [.. plan.Conditions.Select(part => part is RangeFilter { Ranges: [.., { High: not null }] } range ? range with { Ranges = [.. range.Ranges.SkipLast(1)] } : part)] },
        3 => plan with { Descending = !plan.Descending },
        4 => plan with { Order = [.. plan.Order.Select(order => order with { IsNullHigh = !order.IsNullHigh })] },
        5 => plan with { Order = [.. plan.Order.Take(1)] },
        6 => plan with { Skip = plan.Skip > 0 ? plan.Skip + 1 : 0 },
        _ => plan,
    };

    private static SearchFilter Affirmed(SearchFilter filter) => filter switch
    {
        PostingFilter { Negated: true } posting => posting with { Negated = false },
        UniqueFilter { Negated: true } unique => unique with { Negated = false },
        KeyFilter { Negated: true } keys => keys with { Negated = false },
        OrFilter or => new OrFilter([.. or.Parts.Select(Affirmed)]),
        AndFilter and => new AndFilter([.. and.Parts.Select(Affirmed)]),
        _ => filter,
    };
}
