using System.Net;
using System.Numerics;

namespace Rom.Tests.TestModels;

public enum Tiny : sbyte
{
    None,
    Low = sbyte.MinValue,
    High = sbyte.MaxValue,
}

public enum Huge : ulong
{
    None,
    Max = ulong.MaxValue,
}

/// <summary>One nullable column of every scalar type that <see cref="Person"/> has not, with the index that orders it where there is one; and one of its key.</summary>
[RomModel]
public partial class Gauge
{
    [Index] public long Id { get; private set; }

    [Index] public byte? Byte { get; set; }

    [Index] public sbyte? SByte { get; set; }

    [Index] public short? Short { get; set; }

    [Index] public ushort? UShort { get; set; }

    [Index] public uint? UInt { get; set; }

    [Index] public ulong? ULong { get; set; }

    [Index] public Int128? Int128 { get; set; }

    [Index] public UInt128? UInt128 { get; set; }

    [Index] public BigInteger? BigInteger { get; set; }

    [Index] public float? Single { get; set; }

    [Index] public Half? Half { get; set; }

    [Index(IndexKind.Ordered)] public char? Char { get; set; }

    [Index(IndexKind.Ordered)] public byte[]? Bytes { get; set; }

    [Index(IndexKind.Ordered)] public ReadOnlyMemory<byte>? Memory { get; set; }

    [Index] public DateOnly? Date { get; set; }

    [Index] public TimeOnly? Time { get; set; }

    [Index] public TimeSpan? Span { get; set; }

    [Index(IndexKind.Ordered)] public Uri? Uri { get; set; }

    [Index(IndexKind.Ordered)] public Version? Version { get; set; }

    [Index(IndexKind.Ordered)] public IPAddress? Address { get; set; }

    [Index(IndexKind.Ordered)] public Tiny? Tiny { get; set; }

    [Index(IndexKind.Ordered)] public Huge? Huge { get; set; }
}
