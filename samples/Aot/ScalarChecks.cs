using System.Net;
using System.Numerics;
using AotSample.Models;
using Rom;

namespace AotSample;

/// <summary>Every scalar type, saved, loaded, ordered and found: the runtime's formats are type arguments, which Native AOT must have compiled.</summary>
internal static class ScalarChecks
{
    public static async Task RunAsync(Store store, Checks checks)
    {
        Checks.Section("Scalars");
        for (int i = 1; i <= 3; i++) await Of(i).SaveAsync(store.Db);
        Scalars wanted = Of(2);
        Scalars two = (await Scalars.GetAsync(store.Other, 2))!;
        checks.Equal("integers", (two.Byte, two.Short, two.ULong, two.Int128, two.Big), (wanted.Byte, wanted.Short, wanted.ULong, wanted.Int128, wanted.Big));
        checks.Equal("floating-point numbers", (two.Single, two.Half), (wanted.Single, wanted.Half));
        checks.Equal("text", (two.Char, two.Uri, two.Version, two.Address), (wanted.Char, wanted.Uri, wanted.Version, wanted.Address));
        checks.Same("bytes", two.Bytes!.Concat(two.Memory.ToArray()), [.. wanted.Bytes!, .. wanted.Memory.Span]);
        checks.Equal("dates and times", (two.Date, two.Time, two.Span), (wanted.Date, wanted.Time, wanted.Span));
        checks.Equal("a point", two.Point, wanted.Point);
        checks.Equal("an enum by name", two.Plan, wanted.Plan);
        checks.Equal("a converted value", two.Outside, wanted.Outside);
        checks.Equal("nothing changed", await two.SaveAsync(store.Db), 0);

        async Task<string> Find(Func<Scalars.Columns, Filter> condition) =>
            string.Concat((await Scalars.Query(store.Other).Where(condition).OrderByDescending(s => s.Outside).ToListAsync()).Select(s => s.Id));
        checks.Equal("by a byte", await Find(s => s.Byte >= 2), "32");
        checks.Equal("by an Int128", await Find(s => s.Int128 == 2 || s.Int128 < 2), "21");
        checks.Equal("by a BigInteger", await Find(s => s.Big > wanted.Big), "3");
        checks.Equal("by a Half", await Find(s => s.Half.Between((Half)1, (Half)2)), "21");
        checks.Equal("by bytes", await Find(s => s.Bytes == wanted.Bytes), "2");
        checks.Equal("by a date", await Find(s => s.Date.In(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 3))), "31");
        checks.Equal("by a duration", await Find(s => s.Span < TimeSpan.FromSeconds(2.5)), "21");
        checks.Equal("by a URI", await Find(s => s.Uri == wanted.Uri), "2");
        checks.Equal("by a version", await Find(s => s.Version >= wanted.Version), "32");
        checks.Equal("by an address", await Find(s => s.Address <= wanted.Address), "21");
        checks.Equal("by a name", await Find(s => s.Plan == Plan.Paid), "2");
        checks.Equal("by a converted value", await Find(s => s.Outside < wanted.Outside), "1");
    }

    private static Scalars Of(int i) => new()
    {
        Byte = (byte)i, Short = (short)-i, ULong = ulong.MaxValue - (ulong)i, Int128 = i, Big = BigInteger.Pow(10, 40 * i), Single = i / 10f, Half = (Half)i,
        Char = (char)('a' + i), Bytes = [0, (byte)i], Memory = new byte[] { (byte)i, 255 }, Date = new DateOnly(2026, 1, i), Time = new TimeOnly(i, 0),
        Span = TimeSpan.FromSeconds(i), Uri = new Uri($"https://host/{i}"), Version = new Version(1, i * 5), Address = new IPAddress([10, 0, 0, (byte)i]),
        Point = new GeoPoint(i, -i), Plan = (Plan)(i % 3 - 1), Outside = new Celsius(i - 2.5m),
    };
}
