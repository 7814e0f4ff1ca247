namespace Rom.Benchmarks.Scale;

/// <summary>A row of which only the number grows: the share of each section, word and area stays the same.</summary>
[RomModel]
[Index(nameof(Section), nameof(Weight))]
[Index(nameof(Priority), nameof(Weight))]
public partial class Parcel
{
    /// <summary>A prime above the greatest number of rows: every parcel has a weight of its own.</summary>
    private const long WeightModulus = 1_000_003;

    private static readonly string[] Syllables = ["ba", "de", "fi", "go", "hu", "ja", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "za"];

    public long Id { get; private set; }

    [Unique] public required string Code { get; set; }

    /// <summary>One of twenty.</summary>
    [Index] public required string Section { get; set; }

    [Index] public long Weight { get; set; }

    /// <summary>0 for every fifth row.</summary>
    [Index] public long Priority { get; set; }

    /// <summary>Null for two rows of three.</summary>
    [Index] public long? Insured { get; set; }

    /// <summary>Four of sixteen syllables.</summary>
    [Index(IndexKind.Ordered, Suffix = true)] public required string Sender { get; set; }

    /// <summary>A word of every row, one of every fortieth and one of every thousandth.</summary>
    [Index(IndexKind.FullText, Prefix = true)] public required string Note { get; set; }

    [Index] public bool Fragile { get; set; }

    /// <summary>Anywhere between Lisbon and Helsinki.</summary>
    [Index] public GeoPoint Place { get; set; }

    public static Parcel Of(int number)
    {
        uint hash = (uint)number * 2_654_435_761;
        return new Parcel
        {
            Code = $"P{number:D8}", Section = $"section{number * 7L % 20}", Weight = number * 7919L % WeightModulus,
            Priority = number % 5 == 0 ? 0 : 1 + number * 31L % 9973, Insured = number % 3 == 1 ? number * 17L % 5003 : null,
            Sender = string.Concat(Syllables[hash >> 28], Syllables[hash >> 24 & 15], Syllables[hash >> 20 & 15], Syllables[hash >> 16 & 15]),
            Note = $"Parcel of batch{number % 1000}, depot{number / 7 % 40}", Fragile = number % 3 == 0, Place = new GeoPoint(Spread(number * 0.6180339887, -9, 40), Spread(number * 0.7548776662, 38, 22)),
        };
    }

    /// <summary>Evenly spread however many there are: multiples of an irrational number.</summary>
    private static double Spread(double multiple, double from, double width) => Math.Round(from + (multiple - Math.Floor(multiple)) * width, 6);
}
