using System.Collections.Immutable;
using System.Net;
using System.Numerics;

namespace Rom.Tests.TestModels;

/// <summary>A nullable column with an Exact index for every type that can have one, some of them unique too.</summary>
[RomModel]
public partial class Mark
{
    public long Id { get; private set; }

    [Index(IndexKind.Exact)] public int? Int { get; set; }

    [Index(IndexKind.Exact)] public BigInteger? Big { get; set; }

    [Index(IndexKind.Exact)] public decimal? Decimal { get; set; }

    [Index(IndexKind.Exact)] public DateTimeOffset? Instant { get; set; }

    [Index(IndexKind.Exact)] public DateTime? Clock { get; set; }

    [Index(IndexKind.Exact)] public DateOnly? Date { get; set; }

    [Index(IndexKind.Exact)] public TimeSpan? Span { get; set; }

    [Index] public bool? Bool { get; set; }

    [Index] public char? Char { get; set; }

    [Index] public string? Text { get; set; }

    [Index] public byte[]? Bytes { get; set; }

    [Index] public ReadOnlyMemory<byte>? Memory { get; set; }

    [Index] public Guid? Guid { get; set; }

    [Index] public Uri? Uri { get; set; }

    [Index] public Version? Version { get; set; }

    [Index] public IPAddress? Address { get; set; }

    [Index(IndexKind.Exact), Index] public GeoPoint? Point { get; set; }

    [Index] public Huge? Number { get; set; }

    [Index, Column(EnumAsName = true)] public Mode? Mode { get; set; }

    [Index, Column(Converter = typeof(TagText))] public Tag? Tag { get; set; }

    [Index, Column(Converter = typeof(MaskBytes))] public Mask? Mask { get; set; }

    [Index(IndexKind.Exact), Column(Converter = typeof(PriceText))] public Price? Price { get; set; }

    [Index] public ForeignRef<Supplier>? Foreign { get; set; }
}

/// <summary>A column that cannot be null for every type, with the index that a bare [Index] means.</summary>
[RomModel]
[Index(Name = "Label", Keys = nameof(LabelOf))]
[Index(Name = "Level", Keys = nameof(LevelOf))]
public partial class Solid
{
    [PrimaryKey] public Guid Key { get; private set; }

    [Index] public byte Byte { get; set; }

    [Index] public sbyte SByte { get; set; }

    [Index] public short Short { get; set; }

    [Index] public ushort UShort { get; set; }

    [Index] public int Int { get; set; }

    [Index] public uint UInt { get; set; }

    [Index] public long Long { get; set; }

    [Index] public ulong ULong { get; set; }

    [Index] public Int128 Int128 { get; set; }

    [Index] public UInt128 UInt128 { get; set; }

    [Index] public BigInteger Big { get; set; }

    [Index] public float Single { get; set; }

    [Index] public double Double { get; set; }

    [Index] public Half Half { get; set; }

    [Index] public decimal Decimal { get; set; }

    [Index] public bool Bool { get; set; }

    [Index] public char Char { get; set; }

    [Index] public required string Text { get; set; }

    [Index] public required byte[] Bytes { get; set; }

    [Index] public ReadOnlyMemory<byte> Memory { get; set; }

    [Index] public DateTime Clock { get; set; }

    [Index] public DateTimeOffset Instant { get; set; }

    [Index] public DateOnly Date { get; set; }

    [Index] public TimeOnly Time { get; set; }

    [Index] public TimeSpan Span { get; set; }

    [Index] public Guid Guid { get; set; }

    [Index] public required Uri Uri { get; set; }

    [Index] public required Version Version { get; set; }

    [Index] public required IPAddress Address { get; set; }

    [Index] public GeoPoint Point { get; set; }

    [Index] public Tiny Tiny { get; set; }

    [Index, Column(EnumAsName = true)] public Mode Mode { get; set; }

    [Index, Column(Converter = typeof(TagText))] public Tag Tag { get; set; }

    [Index, Column(Converter = typeof(MaskBytes))] public Mask Mask { get; set; }

    [Index, Column(Converter = typeof(PriceText))] public required Price Price { get; set; }

    [Index] public required ForeignRef<Supplier> Foreign { get; set; }

    /// <summary>Converted values and enums by name reach the method as what they are.</summary>
    private static string LabelOf(Tag tag, Mode mode, Price price) => $"{tag.Text}/{mode}/{price.Currency}";

    private static decimal LevelOf(Mask mask, Price price) => mask.Bits + price.Amount % 10;
}

/// <summary>A key with a part of every type that <see cref="Place"/> has not.</summary>
[RomModel]
public partial class Cell
{
    [PrimaryKey] public char Letter { get; set; }

    [PrimaryKey] public TimeOnly Time { get; set; }

    [PrimaryKey] public TimeSpan Span { get; set; }

    [PrimaryKey] public ulong Number { get; set; }

    [PrimaryKey] public Int128 Wide { get; set; }

    [PrimaryKey] public sbyte Small { get; set; }

    [PrimaryKey, Index] public Tiny Tiny { get; set; }

    [Index(IndexKind.Ordered)] public string? Text { get; set; }
}

/// <summary>Collections of every form, of elements of many types.</summary>
[RomModel]
[Index(Name = "Names", Keys = nameof(NamesOf))]
[Index(Name = "Lengths", Keys = nameof(LengthsOf))]
public partial class Crate
{
    public long Id { get; private set; }

    [Index] public List<Guid> Guids { get; set; } = [];

    [Index] public Mode[]? Modes { get; set; }

    [Index] public ImmutableArray<DateOnly> Days { get; set; } = [];

    [Index] public ISet<int>? Numbers { get; set; }

    [Index] public HashSet<decimal>? Prices { get; set; }

    [Index] public IReadOnlyList<byte[]>? Blobs { get; set; }

    [Index] public IEnumerable<DateTimeOffset>? Instants { get; set; }

    [Index] public List<bool?>? Flags { get; set; }

    [Index] public Version?[]? Versions { get; set; }

    [Index] public ICollection<char>? Letters { get; set; }

    [Index] public ImmutableArray<long>? Marks { get; set; } = [7];

    private static ImmutableArray<string> NamesOf(Mode[]? modes) => modes is null ? [] : [.. modes.Select(mode => $"{mode}")];

    private static ImmutableArray<int>? LengthsOf(IReadOnlyList<byte[]>? blobs) => blobs is null ? null : [.. blobs.Select(blob => blob.Length)];
}
