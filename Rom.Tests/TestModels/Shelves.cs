namespace Rom.Tests.TestModels;

/// <summary>What belongs to several models, whatever their elements: uniques, indexes over several columns, over elements and over what methods compute.</summary>
[Unique(nameof(Region), nameof(Code))]
[Index(nameof(Region), nameof(Weight))]
[Index(IndexKind.Ordered, Name = "Slug", Keys = nameof(SlugOf), IgnoreCase = true)]
[Index(Name = "Spot", Keys = nameof(SpotOf))]
public abstract class Catalogued<T>
{
    [Index] public string? Region { get; set; }

    public string? Code { get; set; }

    [Index] public decimal Weight { get; set; }

    [Index] public List<T> Marks { get; set; } = [];

    [Index(IndexKind.FullText, Tokenizer = typeof(Stems))] public string? About { get; set; }

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    protected static string? SlugOf(string? region, string? code) => code is null ? null : $"{region}-{code}";

    protected static GeoPoint? SpotOf(double longitude, double latitude) => double.Abs(latitude) > 85 ? null : new GeoPoint(longitude, latitude);
}

/// <summary>English words by their stems, without the most frequent ones.</summary>
public sealed class Stems : ITextTokenizer
{
    private static readonly HashSet<string> StopWords = ["a", "an", "and", "of", "the"];

    public static int Revision => 1;

    public static IEnumerable<string> Words(string text) =>
        text.Contains("fail", StringComparison.Ordinal) ? throw new FormatException("no words") : TextTokenizer.Words(text).Where(word => !StopWords.Contains(word)).Select(Stem);

    /// <summary>A part may begin with what is no letter.</summary>
    public static string Part(string part) => part.TrimStart('#').ToLowerInvariant();

    private static string Stem(string word) => word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 3 && word.EndsWith('s') ? word[..^1]
        : word;
}

/// <summary>A record with a key that the client makes, and structures of its own.</summary>
[RomModel]
public sealed partial record Parcel
{
    [PrimaryKey] public Guid Id { get; init; }

    public string? Name { get; init; }

    [Native] public partial RedisList<DateOnly> Stops { get; }

    [Native] internal partial RedisCounter Scans { get; }
}

/// <summary>Models inside another class, one of them with a key of several parts.</summary>
public static partial class Depot
{
    [RomModel(Group = "depot")]
    public partial class Shelf : Catalogued<Guid>
    {
        [PrimaryKey] public required string Hall { get; init; }

        [PrimaryKey] public int Number { get; init; }

        [Native] public partial RedisSet<Ref<Item>> Items { get; }

        [Native] public partial RedisHash<Uri> Links { get; }

        [Native] public partial RedisSortedSet<Tiny> Levels { get; }
    }

    [RomModel(Group = "depot")]
    public partial class Item : Catalogued<string?>
    {
        public long Id { get; private set; }
    }
}

/// <summary>Three columns that are unique together, each of another type.</summary>
[RomModel]
[Unique(nameof(Hall), nameof(Row), nameof(Number))]
public partial class Booking
{
    public long Id { get; private set; }

    public string? Hall { get; set; }

    public decimal? Row { get; set; }

    public DateOnly? Number { get; set; }

    [Index] public string? Taken { get; set; }
}
