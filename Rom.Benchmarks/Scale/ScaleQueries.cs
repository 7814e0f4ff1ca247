using System.Text.RegularExpressions;

namespace Rom.Benchmarks.Scale;

/// <summary>The questions of which cost and answer are compared at several sizes.</summary>
internal static class ScaleQueries
{
    private const int Ten = 10, All = int.MaxValue;
    private const long Half = 500_000;

    private static readonly GeoPoint Center = new(11.5, 48.1);

    public static readonly ScaleQuery[] List =
    [
        new("by key", async db => [(await Parcel.GetAsync(db, 7).ConfigureAwait(false))!.Id], hand => hand.ByKeyAsync(7), rom => rom.ByKeyAsync(7)),
        new("by unique", async db => [(await Parcel.GetByCodeAsync(db, "P00000077").ConfigureAwait(false))!.Id], hand => hand.ByCodeAsync("P00000077"), rom => rom.ByCodeAsync("P00000077")),
        ScaleQuery.Rows("one order, first 10",
            query => query.OrderByDescending(p => p.Weight).Take(Ten),
            hand => hand.HighestAsync(PlainParcels.Weights, Ten),
            rom => rom.SearchAsync([], null, (PlainParcels.Weights, -1), Ten)),
        ScaleQuery.Rows("open range, first 10",
            query => query.Where(p => p.Weight >= Half).Take(Ten),
            hand => hand.RangeAsync(PlainParcels.Weights, Half, long.MaxValue, Ten),
            rom => rom.SearchAsync([], (PlainParcels.Weights, $"{Half}", "inf"), null, Ten)),
        ScaleQuery.Rows("one value of 200,000 ties at 1M, first 10",
            query => query.Where(p => p.Priority == 0).Take(Ten),
            hand => hand.RangeAsync(PlainParcels.Priorities, 0, 0, Ten),
            rom => rom.SearchAsync([], (PlainParcels.Priorities, "0", "0"), null, Ten)),
        ScaleQuery.Rows("one section and range, one index over both",
            query => query.Where(p => p.Section == "section7" && p.Weight >= Half).OrderBy(p => p.Weight).Take(Ten),
            hand => hand.RangeAsync(PlainParcels.WeightsOf("section7"), Half, long.MaxValue, Ten),
            rom => rom.SearchAsync([PlainParcels.Section("section7")], (PlainParcels.Weights, $"{Half}", "inf"), null, Ten)),
        ScaleQuery.Rows("selective and unselective",
            query => query.Where(p => p.Note.Contains("batch7") && p.Fragile == true).Take(Ten),
            hand => hand.BothAsync(PlainParcels.Word("batch7"), PlainParcels.Fragile, Ten),
            rom => rom.SearchAsync([PlainParcels.Word("batch7"), PlainParcels.Fragile], null, null, Ten)),
        ScaleQuery.Rows("word and range by a third column",
            query => query.Where(p => p.Note.Contains("depot7") && p.Weight >= Half).OrderBy(p => p.Priority).Take(Ten),
            hand => hand.WalkAsync(PlainParcels.Priorities, PlainParcels.Word("depot7"), isMember: true, Half, Ten),
            rom => rom.SearchAsync([PlainParcels.Word("depot7")], (PlainParcels.Weights, $"{Half}", "inf"), (PlainParcels.Priorities, 1), Ten)),
        ScaleQuery.Rows("StartsWith, all 240 at 1M",
            query => query.Where(p => p.Sender.StartsWith("toreli")),
            hand => hand.BeginningAsync(PlainParcels.Senders, "toreli", '\0', All),
            rom => rom.MatchesAsync(PlainParcels.ScoredSenders, "toreli", "", All)) with { IsOrdered = false },
        ScaleQuery.Rows("EndsWith, all 240 at 1M",
            query => query.Where(p => p.Sender.EndsWith("dehupa")),
            hand => hand.BeginningAsync(PlainParcels.SendersReversed, "apuhed", '\0', All),
            rom => rom.MatchesAsync(PlainParcels.ScoredSendersReversed, "apuhed", "", All)) with { IsOrdered = false },
        ScaleQuery.Rows("Like with a literal beginning, all 240",
            query => query.Where(p => p.Sender.Like("tore*pa", anchored: true)),
            hand => hand.LikeAsync("tore", new Regex("^tore.*pa$")),
            rom => rom.MatchesAsync(PlainParcels.ScoredSenders, "tore", "^tore.-pa$", All)) with { IsOrdered = false },
        ScaleQuery.Rows("Like without, all 490",
            query => query.Where(p => p.Sender.Like("*guzali")),
            hand => hand.LikeAsync("", new Regex("guzali")),
            rom => rom.MatchesAsync(PlainParcels.ScoredSenders, "", "guzali", All)) with { IsOrdered = false },
        new("geo, nearest 10",
            async db => [.. (await Parcel.Query(db).Where(p => p.Place.Within(Center, 300, GeoUnit.Kilometers)).OrderBy(p => p.Place.DistanceTo(Center)).Take(Ten).ToListAsync().ConfigureAwait(false)).Select(p => p.Id)],
            hand => hand.NearestAsync(Center, 300, Ten),
            rom => rom.NearestAsync(Center, 300, Ten)),
        ScaleQuery.Count("count of one value",
            query => query.Where(p => p.Section == "section7"),
            async hand => [await hand.CountOfSetAsync(PlainParcels.Section("section7")).ConfigureAwait(false)],
            rom => rom.CountAsync([PlainParcels.Section("section7")])),
        ScaleQuery.Count("count of a word and a value",
            query => query.Where(p => p.Note.Contains("batch7") && p.Fragile == true),
            async hand => [await hand.CountOfBothAsync(PlainParcels.Word("batch7"), PlainParcels.Fragile).ConfigureAwait(false)],
            rom => rom.CountAsync([PlainParcels.Word("batch7"), PlainParcels.Fragile])),
        ScaleQuery.Rows("negation, by weight, first 10",
            query => query.Where(p => p.Section != "section7").OrderBy(p => p.Weight).Take(Ten),
            hand => hand.WalkAsync(PlainParcels.Weights, PlainParcels.Section("section7"), isMember: false, 0, Ten),
            null),
        ScaleQuery.Rows("OrderBy, ThenBy with an index over both",
            query => query.OrderBy(p => p.Priority).ThenBy(p => p.Weight).Take(Ten),
            hand => hand.BeginningAsync(PlainParcels.PrioritiesWithWeights, "", ':', Ten),
            null),
        ScaleQuery.Rows("OrderBy, ThenBy without, 200,000 ties at 1M",
            query => query.Where(p => p.Priority == 0).OrderBy(p => p.Priority).ThenBy(p => p.Insured).Take(Ten),
            hand => hand.TiesByInsuredAsync(Ten),
            null),
    ];
}
