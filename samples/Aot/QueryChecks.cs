using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Every operator on every kind of index, orders, windows, and every terminal call.</summary>
internal static class QueryChecks
{
    private static readonly DateTimeOffset Noon = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Queries");
        for (int i = 0; i < 10; i++) await Person(i).SaveAsync(store.Db);
        Func<Func<Account.Columns, Filter>, Task<string>> Find = async condition =>
            string.Concat((await Account.Query(store.Other).Where(condition).OrderBy(a => a.Email).ToListAsync()).Select(a => a.Email[1]));

        checks.Equal("Ordered: ==", await Find(a => a.Age == 3), "3");
        checks.Equal("Ordered: !=", await Find(a => a.Age != 3), "012456789");
        checks.Equal("Ordered: <", await Find(a => a.Points < 200), "01");
        checks.Equal("Ordered: <=", await Find(a => a.Balance <= 1.5m), "0123");
        checks.Equal("Ordered: >", await Find(a => a.Score > 0.75), "89");
        checks.Equal("Ordered: >=", await Find(a => a.SeenAt >= Noon.AddHours(8)), "89");
        checks.Equal("Ordered: Between", await Find(a => a.Born.Between(new DateTime(2001, 1, 1), new DateTime(2003, 1, 1))), "123");
        checks.Equal("Ordered: In", await Find(a => a.Age.In(1, 2, 77)), "12");
        checks.Equal("Ordered: enum", await Find(a => a.Former < Plan.Paid), "0369");
        checks.Equal("Ordered: StartsWith", await Find(a => a.Email.StartsWith("p4")), "4");
        checks.Equal("Ordered: text", await Find(a => a.Nick > "n7"), "8");
        checks.Equal("Exact: ==", await Find(a => a.City == "Paris"), "02468");
        checks.Equal("Exact: !=", await Find(a => a.City != "Paris"), "13579");
        checks.Equal("Exact: In", await Find(a => a.Plan.In(Plan.Trial, Plan.Closed)), "0235689");
        checks.Equal("Exact: bool", await Find(a => a.Verified == true), "05");
        checks.Equal("Exact: Guid", await Find(a => a.Token == new Guid(4, 0, 0, new byte[8])), "4");
        checks.Equal("Unique: ==", await Find(a => a.Passport == 1003), "3");
        checks.Equal("Unique: In", await Find(a => a.Email.In(["p8@host.com", "p9@host.com"])), "89");
        checks.Equal("FullText: Contains", await Find(a => a.Bio.Contains("Redis number")), "0369");
        checks.Equal("FullText: StartsWith", await Find(a => a.Bio.StartsWith("pos")), "124578");
        checks.Equal("FullText without prefixes", await Find(a => a.Tags.Contains("seven")), "7");
        checks.Equal("IsNull", await Find(a => a.Nick.IsNull()), "9");
        checks.Equal("IsNotNull", await Find(a => a.Passport.IsNotNull()), "13579");
        checks.Equal("== null", await Find(a => a.Passport == null), "02468");
        checks.Equal("!= null", await Find(a => a.Nick != null), "012345678");
        checks.Equal("&&, || and !", await Find(a => (a.Age < 4 || a.Age > 7) && !(a.City == "Paris")), "139");
        checks.Equal("Where and Where", await Account.Query(store.Db).Where(a => a.Age > 3).Where(a => a.Age < 6).CountAsync(), 2);

        await TerminalAsync(store.Db, checks);
    }

    private static async Task TerminalAsync(RomDatabase db, Checks checks)
    {
        RomQuery<Account, long, Account.Columns> paid = Account.Query(db).Where(a => a.Plan == Plan.Paid).OrderByDescending(a => a.Age);
        checks.Same("the index over two columns", (await paid.ToListAsync()).Select(a => a.Age), 7, 4, 1);
        checks.Same("Skip and Take", (await paid.Skip(1).Take(1).ToListAsync()).Select(a => a.Age), 4);
        checks.Equal("FirstOrDefault", (await paid.FirstOrDefaultAsync())?.Age, 7);
        checks.Equal("FirstOrDefault of none", await Account.Query(db).Where(a => a.Age > 99).FirstOrDefaultAsync(), null);
        checks.Equal("Count", await paid.CountAsync(), 3);
        checks.Equal("Any", await paid.AnyAsync(), true);
        checks.Equal("Any of none", await paid.Where(a => a.City == "Rome").AnyAsync(), false);
        long before = db.RoundTrips;
        await paid.ToListAsync(CancellationToken.None);
        checks.Equal("one round trip", db.RoundTrips - before, 1);
        await ShapesAsync(Account.Query(db).Where(a => a.Age < 10), checks);
    }

    /// <summary>Orders of several columns, pages, streams, parts of rows, and numbers over many.</summary>
    private static async Task ShapesAsync(RomQuery<Account, long, Account.Columns> all, Checks checks)
    {
        checks.Same("ThenBy", (await all.OrderBy(a => a.Former, Nulls.Last).ThenByDescending(a => a.Age).Take(5).ToListAsync()).Select(a => a.Age), 9, 6, 3, 0, 8);
        RomPage<Account> first = await all.OrderBy(a => a.Score).ToPageAsync(4);
        RomPage<Account> second = await all.OrderBy(a => a.Score).ToPageAsync(4, first.Next);
        checks.Same("pages", first.Items.Concat(second.Items).Select(a => a.Age), 0, 1, 2, 3, 4, 5, 6, 7);
        QueryExplanation told = await all.Where(a => a.City == "Paris").OrderBy(a => a.Score).Take(2).ExplainAsync();
        checks.Equal("an explanation", (told.RowsFound, told.ToString().Contains("City is 1 value", StringComparison.Ordinal)), (2L, true));
        int streamed = 0;
        await foreach (Account _ in all.AsAsyncEnumerable(pageSize: 3)) streamed++;
        checks.Equal("a stream", streamed, 10);
        checks.Same("columns of rows", await all.OrderBy(a => a.Age).Take(2).Select(a => a.Email, a => a.Points).ToListAsync(), ("p0@host.com", 0L), ("p1@host.com", 100L));
        checks.Equal("distinct", (await all.Select(a => a.Plan).Distinct().ToListAsync()).Count, 3);
        checks.Equal("Single", (await all.Where(a => a.Age == 4).SingleOrDefaultAsync())?.Points, 400);
        checks.Equal("Sum", await all.SumAsync(a => a.Balance), 22.5m);
        checks.Equal("Min", await all.MinAsync(a => a.SeenAt), Noon);
        checks.Equal("Max", await all.MaxAsync(a => a.Age), 9);
        checks.Equal("Average", await all.AverageAsync(a => a.Points), 450);
        checks.Equal("WhereIf", await all.WhereIf(true, a => a.Age > 7).WhereIf(false, a => a.Age > 8).CountAsync(), 2);
        checks.Equal("FromReplica", await all.FromReplica().CountAsync(), 10);
    }

    private static Account Person(int i) => new()
    {
        Email = $"p{i}@host.com", Bio = i % 3 == 0 ? "Redis, by number." : "Postgres or Redis", Tags = i == 7 ? "Seven!" : null, Age = i, Points = i * 100,
        Plan = (i % 3) switch { 0 => Plan.Trial, 1 => Plan.Paid, _ => Plan.Closed }, Former = i % 3 == 0 ? Plan.Trial : null, Balance = i * 0.5m, Score = i / 10.0,
        SeenAt = Noon.AddHours(i), Born = new DateTime(2000 + i, 1, 1), City = i % 2 == 0 ? "Paris" : null, Verified = i % 5 == 0, Token = new Guid(i, 0, 0, new byte[8]),
        Passport = i % 2 == 0 ? null : 1000 + i, Nick = i == 9 ? null : $"n{i}",
    };
}
