namespace Rom.Tests.TestModels;

/// <summary>Text in every place where a model can have it.</summary>
[RomModel]
[Unique(nameof(First), nameof(Second))]
[Index(Name = "Echoed", Keys = nameof(EchoOf))]
[Index(IndexKind.FullText, Name = "Said", Keys = nameof(SaidOf), Tokenizer = typeof(BrokenWords))]
public partial class Textual
{
    [PrimaryKey] public required string Code { get; set; }

    [Unique, Index(IndexKind.Ordered, Suffix = true)] public string? Text { get; set; }

    [Index(IgnoreCase = true)] public string? Folded { get; set; } = "none";

    [Index(IndexKind.FullText, Prefix = true, Suffix = true)] public string? Words { get; set; }

    public string? First { get; set; }

    public string? Second { get; set; }

    [Index] public char? Letter { get; set; }

    [Unique] public Uri? Uri { get; set; }

    [Index] public ForeignRef<Supplier>? Foreign { get; set; }

    [Index] public Ref<Page>? Page { get; set; }

    [Index, Column(Converter = typeof(TagText))] public Tag? Tag { get; set; }

    [Index, Column(Converter = typeof(PriceText))] public Price? Price { get; set; }

    [Column(Converter = typeof(NullText))] public DateOnly? Nothing { get; set; }

    [Column(Converter = typeof(NullBytes))] public TimeOnly? NoBytes { get; set; }

    [Index] public List<string?>? List { get; set; }

    [Index(IndexKind.FullText)] public string[]? Lines { get; set; }

    [Index] public HashSet<Uri>? Uris { get; set; }

    public Dictionary<string, string>? ByText { get; set; }

    public Dictionary<Uri, char>? ByUri { get; set; }

    public (string Name, Uri? Home)? Pair { get; set; }

    public Phone? Phone { get; set; }

    [Native] public partial RedisList<string> Log { get; }

    [Native] public partial RedisSet<Uri> Links { get; }

    [Native] public partial RedisHash<char> Letters { get; }

    [Native] public partial RedisSortedSet<string> Scores { get; }

    private static string? EchoOf(string? second) => second == "echo" ? "\udfff" : second;

    private static string? SaidOf(string? first) => first;
}

/// <summary>Makes words of text that are none.</summary>
public sealed class BrokenWords : ITextTokenizer
{
    public static int Revision => 1;

    public static IEnumerable<string> Words(string text) => text.Select(letter => letter.ToString());
}

public sealed class NullText : IRomConverter<DateOnly>
{
    public static string ToText(DateOnly value) => null!;

    public static bool TryFromText(string text, out DateOnly value) => DateOnly.TryParse(text, out value);
}

public sealed class NullBytes : IRomBytesConverter<TimeOnly>
{
    public static byte[] ToBytes(TimeOnly value) => null!;

    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out TimeOnly value)
    {
        value = default;
        return false;
    }
}
