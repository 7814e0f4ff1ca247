// Several programs with columns of their own over one kind of row cannot stand in one compilation without this.
#pragma warning disable ROM007
using System.Net;
using System.Numerics;

namespace Rom.Tests.TestModels;

/// <summary>Rows as another program writes them: text in every field.</summary>
[RomModel(Name = "Raw")]
public partial class Raw
{
    public long Id { get; private set; }

    public string? Byte { get; set; }

    public string? SByte { get; set; }

    public string? Short { get; set; }

    public string? UShort { get; set; }

    public string? Int { get; set; }

    public string? UInt { get; set; }

    public string? Long { get; set; }

    public string? ULong { get; set; }

    public string? Int128 { get; set; }

    public string? UInt128 { get; set; }

    public string? Big { get; set; }

    public string? Single { get; set; }

    public string? Double { get; set; }

    public string? Half { get; set; }

    public string? Decimal { get; set; }

    public string? Bool { get; set; }

    public string? Char { get; set; }

    public string? DateTime { get; set; }

    public string? Offset { get; set; }

    public string? Date { get; set; }

    public string? Time { get; set; }

    public string? Span { get; set; }

    public string? Guid { get; set; }

    public string? Version { get; set; }

    public string? Address { get; set; }

    public string? Point { get; set; }

    public string? Number { get; set; }

    public string? Mode { get; set; }

    public string? Price { get; set; }

    public string? Tag { get; set; }

    public string? Mask { get; set; }

    public void Set(string column, string text)
    {
        switch (column)
        {
            case nameof(Byte): Byte = text; break;
            case nameof(SByte): SByte = text; break;
            case nameof(Short): Short = text; break;
            case nameof(UShort): UShort = text; break;
            case nameof(Int): Int = text; break;
            case nameof(UInt): UInt = text; break;
            case nameof(Long): Long = text; break;
            case nameof(ULong): ULong = text; break;
            case nameof(Int128): Int128 = text; break;
            case nameof(UInt128): UInt128 = text; break;
            case nameof(Big): Big = text; break;
            case nameof(Single): Single = text; break;
            case nameof(Double): Double = text; break;
            case nameof(Half): Half = text; break;
            case nameof(Decimal): Decimal = text; break;
            case nameof(Bool): Bool = text; break;
            case nameof(Char): Char = text; break;
            case nameof(DateTime): DateTime = text; break;
            case nameof(Offset): Offset = text; break;
            case nameof(Date): Date = text; break;
            case nameof(Time): Time = text; break;
            case nameof(Span): Span = text; break;
            case nameof(Guid): Guid = text; break;
            case nameof(Version): Version = text; break;
            case nameof(Address): Address = text; break;
            case nameof(Point): Point = text; break;
            case nameof(Number): Number = text; break;
            case nameof(Mode): Mode = text; break;
            case nameof(Price): Price = text; break;
            case nameof(Tag): Tag = text; break;
            case nameof(Mask): Mask = text; break;
            default: throw new ArgumentException(column);
        }
    }
}

/// <summary>The same rows with a type for each field.</summary>
[RomModel(Name = "Raw")]
public partial class Typed
{
    public long Id { get; private set; }

    public byte? Byte { get; set; }

    public sbyte? SByte { get; set; }

    public short? Short { get; set; }

    public ushort? UShort { get; set; }

    public int? Int { get; set; }

    public uint? UInt { get; set; }

    public long? Long { get; set; }

    public ulong? ULong { get; set; }

    public Int128? Int128 { get; set; }

    public UInt128? UInt128 { get; set; }

    public BigInteger? Big { get; set; }

    public float? Single { get; set; }

    public double? Double { get; set; }

    public Half? Half { get; set; }

    public decimal? Decimal { get; set; }

    public bool? Bool { get; set; }

    public char? Char { get; set; }

    public DateTime? DateTime { get; set; }

    public DateTimeOffset? Offset { get; set; }

    public DateOnly? Date { get; set; }

    public TimeOnly? Time { get; set; }

    public TimeSpan? Span { get; set; }

    public Guid? Guid { get; set; }

    public Version? Version { get; set; }

    public IPAddress? Address { get; set; }

    public GeoPoint? Point { get; set; }

    public Status? Number { get; set; }

    [Column(EnumAsName = true)] public Mode? Mode { get; set; }

    [Column(Converter = typeof(PriceText))] public Price? Price { get; set; }

    [Column(Converter = typeof(TagText))] public Tag? Tag { get; set; }

    [Column(Converter = typeof(MaskBytes))] public Mask? Mask { get; set; }
}

/// <summary>The same rows with a default for each field.</summary>
[RomModel(Name = "Raw")]
public partial class Defaulted
{
    public long Id { get; private set; }

    public byte Byte { get; set; } = 7;

    public sbyte SByte { get; set; } = -7;

    public short Short { get; set; } = -300;

    public ushort UShort { get; set; } = 300;

    public int Int { get; set; } = -70000;

    public uint UInt { get; set; } = 70000;

    public long Long { get; set; } = -5;

    public ulong ULong { get; set; } = ulong.MaxValue;

    public Int128 Int128 { get; set; } = Int128.MinValue;

    public UInt128 UInt128 { get; set; } = UInt128.MaxValue;

    public BigInteger Big { get; set; } = BigInteger.One;

    public float Single { get; set; } = 1.5f;

    public double Double { get; set; } = 0.1;

    public Half Half { get; set; } = (Half)0.5;

    public decimal Decimal { get; set; } = 1.50m;

    public bool Bool { get; set; } = true;

    public char Char { get; set; } = 'x';

    public DateTime DateTime { get; set; } = new(2026, 11, 21);

    public DateTimeOffset Offset { get; set; } = DateTimeOffset.UnixEpoch;

    public DateOnly Date { get; set; } = DateOnly.MaxValue;

    public TimeOnly Time { get; set; } = new(9, 7);

    public TimeSpan Span { get; set; } = TimeSpan.FromSeconds(90.5);

    public Guid Guid { get; set; } = Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab");

    public Version Version { get; set; } = new(1, 2);

    public IPAddress Address { get; set; } = IPAddress.Loopback;

    public GeoPoint Point { get; set; } = new(13.4, 52.5);

    public Status Number { get; set; } = Status.Closed;

    [Column(EnumAsName = true)] public Mode Mode { get; set; } = Mode.Größe;
}

/// <summary>The same rows, of which each must have the field.</summary>
[RomModel(Name = "Raw")]
public partial class Demanding
{
    public long Id { get; private set; }

    public required Version Version { get; set; }
}
