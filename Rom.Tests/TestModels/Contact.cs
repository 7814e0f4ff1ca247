namespace Rom.Tests.TestModels;

/// <summary>Every flag of indexes, computed indexes of every form, and uniques over several columns and computed text.</summary>
[RomModel]
[Unique(nameof(First), nameof(Last), IgnoreCase = true)]
[Unique(nameof(Country), nameof(Number))]
[Index(IndexKind.Ordered, Name = "FullName", Keys = nameof(FullNameOf), IgnoreCase = true, Suffix = true)]
[Index(Name = "Initials", Keys = nameof(InitialsOf))]
[Index(Name = "Spread", Keys = nameof(SpreadOf), Revision = 3)]
[Index(Name = "Rounded", Keys = nameof(RoundedOf))]
[Index(IndexKind.FullText, Name = "Anything", Keys = nameof(AnythingOf), Prefix = true)]
public partial class Contact
{
    public long Id { get; private set; }

    public string? First { get; set; }

    public string? Last { get; set; }

    [Index(IndexKind.Ordered, Suffix = true), Index(IndexKind.Exact)]
    [Index(IndexKind.Exact, Name = "Domain", Keys = nameof(DomainOf))]
    [Unique(Name = "Mailbox", Keys = nameof(MailboxOf), IgnoreCase = true)]
    public string? Email { get; set; }

    [Index(IndexKind.Ordered, IgnoreCase = true, Suffix = true, Name = "ByNick")] public string? Nick { get; set; } = "none";

    [Index(IndexKind.Exact, IgnoreCase = true)] public string? City { get; set; }

    [Unique(IgnoreCase = true)] public string? Handle { get; set; }

    [Index(IndexKind.FullText, Prefix = true, Suffix = true)] public string? Notes { get; set; }

    [Index(IndexKind.FullText, Tokenizer = typeof(StopWords))] public string? Motto { get; set; }

    [Index] public GeoPoint? Home { get; set; }

    [Index(IgnoreCase = true)] public List<string?>? Labels { get; set; }

    [Index] public HashSet<long> Numbers { get; set; } = [7];

    [Index(IndexKind.FullText, Prefix = true)] public string[] Lines { get; set; } = [];

    public string? Country { get; set; }

    public long? Number { get; set; }

    public decimal Low { get; set; } = 1.5m;

    public int? High { get; set; }

    /// <summary>Not called on a row without an address.</summary>
    private static string? DomainOf(string email) => email == "throw" ? throw new FormatException("no address")
        : email.IndexOf('@', StringComparison.Ordinal) is >= 0 and int at ? email[(at + 1)..] : null;

    private static string? MailboxOf(string? email) => email?.Split('+', '@')[0];

    private static string? FullNameOf(string? first, string? last) => first is null && last is null ? null : $"{first} {last}";

    private static List<string?>? InitialsOf(string? first, string? last) =>
        first is null && last is null ? null : [first is { Length: > 0 } ? first[..1] : null, last is { Length: > 0 } ? last[..1] : null];

    private static decimal? SpreadOf(decimal low, int? high) => high - low;

    private static GeoPoint? RoundedOf(GeoPoint home) => home.Longitude < 0 ? null : new(Math.Round(home.Longitude), Math.Round(home.Latitude));

    private static IEnumerable<string?>? AnythingOf(string? first, string? last, string? city) => [first, last, city];
}

/// <summary>The default words without some of them.</summary>
public sealed class StopWords : ITextTokenizer
{
    private static readonly HashSet<string> Left = ["the", "a", "of"];

    public static int Revision => 2;

    public static IEnumerable<string> Words(string text) => TextTokenizer.Words(text).Where(word => !Left.Contains(word));
}
