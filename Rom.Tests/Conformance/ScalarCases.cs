using System.Net;
using System.Numerics;
using System.Text;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Every scalar type that <see cref="Gauge"/> has.</summary>
internal static class ScalarCases
{
    public static readonly ScalarCase[] All =
    [
        new ScalarCase<byte>(
            "byte", ScalarValues.Integer<byte>, v => v,
            g => g.Byte, (g, v) => g.Byte = v, c => c.Byte,
            (c, v) => c.Byte == v, (c, v) => c.Byte < v, (c, v) => c.Byte > v, (c, v) => c.Byte >= v,
            (c, low, high) => c.Byte.Between(low, high), (c, some) => c.Byte.In(some)),
        new ScalarCase<sbyte>(
            "sbyte", ScalarValues.Integer<sbyte>, v => v,
            g => g.SByte, (g, v) => g.SByte = v, c => c.SByte,
            (c, v) => c.SByte == v, (c, v) => c.SByte < v, (c, v) => c.SByte > v, (c, v) => c.SByte >= v,
            (c, low, high) => c.SByte.Between(low, high), (c, some) => c.SByte.In(some)),
        new ScalarCase<short>(
            "short", ScalarValues.Integer<short>, v => v,
            g => g.Short, (g, v) => g.Short = v, c => c.Short,
            (c, v) => c.Short == v, (c, v) => c.Short < v, (c, v) => c.Short > v, (c, v) => c.Short >= v,
            (c, low, high) => c.Short.Between(low, high), (c, some) => c.Short.In(some)),
        new ScalarCase<ushort>(
            "ushort", ScalarValues.Integer<ushort>, v => v,
            g => g.UShort, (g, v) => g.UShort = v, c => c.UShort,
            (c, v) => c.UShort == v, (c, v) => c.UShort < v, (c, v) => c.UShort > v, (c, v) => c.UShort >= v,
            (c, low, high) => c.UShort.Between(low, high), (c, some) => c.UShort.In(some)),
        new ScalarCase<uint>(
            "uint", ScalarValues.Integer<uint>, v => v,
            g => g.UInt, (g, v) => g.UInt = v, c => c.UInt,
            (c, v) => c.UInt == v, (c, v) => c.UInt < v, (c, v) => c.UInt > v, (c, v) => c.UInt >= v,
            (c, low, high) => c.UInt.Between(low, high), (c, some) => c.UInt.In(some)),
        new ScalarCase<ulong>(
            "ulong", ScalarValues.Integer<ulong>, v => v,
            g => g.ULong, (g, v) => g.ULong = v, c => c.ULong,
            (c, v) => c.ULong == v, (c, v) => c.ULong < v, (c, v) => c.ULong > v, (c, v) => c.ULong >= v,
            (c, low, high) => c.ULong.Between(low, high), (c, some) => c.ULong.In(some)),
        new ScalarCase<Int128>(
            "Int128", ScalarValues.Integer<Int128>, v => v,
            g => g.Int128, (g, v) => g.Int128 = v, c => c.Int128,
            (c, v) => c.Int128 == v, (c, v) => c.Int128 < v, (c, v) => c.Int128 > v, (c, v) => c.Int128 >= v,
            (c, low, high) => c.Int128.Between(low, high), (c, some) => c.Int128.In(some)),
        new ScalarCase<UInt128>(
            "UInt128", ScalarValues.Integer<UInt128>, v => v,
            g => g.UInt128, (g, v) => g.UInt128 = v, c => c.UInt128,
            (c, v) => c.UInt128 == v, (c, v) => c.UInt128 < v, (c, v) => c.UInt128 > v, (c, v) => c.UInt128 >= v,
            (c, low, high) => c.UInt128.Between(low, high), (c, some) => c.UInt128.In(some)),
        new ScalarCase<BigInteger>(
            "BigInteger", ScalarValues.BigInteger, v => v,
            g => g.BigInteger, (g, v) => g.BigInteger = v, c => c.BigInteger,
            (c, v) => c.BigInteger == v, (c, v) => c.BigInteger < v, (c, v) => c.BigInteger > v, (c, v) => c.BigInteger >= v,
            (c, low, high) => c.BigInteger.Between(low, high), (c, some) => c.BigInteger.In(some)),
        new ScalarCase<float>(
            "float", ScalarValues.Single, v => v == 0 ? 0 : v,
            g => g.Single, (g, v) => g.Single = v, c => c.Single,
            (c, v) => c.Single == v, (c, v) => c.Single < v, (c, v) => c.Single > v, (c, v) => c.Single >= v,
            (c, low, high) => c.Single.Between(low, high), (c, some) => c.Single.In(some))
        { Equals = v => !float.IsNaN(v), Identity = v => BitConverter.SingleToInt32Bits(v) },
        new ScalarCase<Half>(
            "Half", ScalarValues.Half, v => v == Half.Zero ? Half.Zero : v,
            g => g.Half, (g, v) => g.Half = v, c => c.Half,
            (c, v) => c.Half == v, (c, v) => c.Half < v, (c, v) => c.Half > v, (c, v) => c.Half >= v,
            (c, low, high) => c.Half.Between(low, high), (c, some) => c.Half.In(some))
        { Equals = v => !Half.IsNaN(v), Identity = v => Half.IsNaN(v) ? "NaN" : BitConverter.HalfToInt16Bits(v) },
        new ScalarCase<char>(
            "char", ScalarValues.Char, v => v,
            g => g.Char, (g, v) => g.Char = v, c => c.Char,
            (c, v) => c.Char == v, (c, v) => c.Char < v, (c, v) => c.Char > v, (c, v) => c.Char >= v,
            (c, low, high) => c.Char.Between(low, high), (c, some) => c.Char.In(some)),
        new ScalarCase<byte[]>(
            "byte[]", ScalarValues.Bytes, v => new ByteOrder(v),
            g => g.Bytes, (g, v) => g.Bytes = v, c => c.Bytes,
            (c, v) => c.Bytes == v, (c, v) => c.Bytes < v, (c, v) => c.Bytes > v, (c, v) => c.Bytes >= v,
            (c, low, high) => c.Bytes.Between(low, high), (c, some) => c.Bytes.In(some))
        { Identity = Convert.ToHexString },
        new ScalarCase<ReadOnlyMemory<byte>>(
            "ReadOnlyMemory<byte>", random => ScalarValues.Bytes(random), v => new ByteOrder(v.ToArray()),
            g => g.Memory, (g, v) => g.Memory = v, c => c.Memory,
            (c, v) => c.Memory == v, (c, v) => c.Memory < v, (c, v) => c.Memory > v, (c, v) => c.Memory >= v,
            (c, low, high) => c.Memory.Between(low, high), (c, some) => c.Memory.In(some))
        { Identity = v => Convert.ToHexString(v.Span) },
        new ScalarCase<DateOnly>(
            "DateOnly", ScalarValues.DateOnly, v => v,
            g => g.Date, (g, v) => g.Date = v, c => c.Date,
            (c, v) => c.Date == v, (c, v) => c.Date < v, (c, v) => c.Date > v, (c, v) => c.Date >= v,
            (c, low, high) => c.Date.Between(low, high), (c, some) => c.Date.In(some)),
        new ScalarCase<TimeOnly>(
            "TimeOnly", ScalarValues.TimeOnly, v => v,
            g => g.Time, (g, v) => g.Time = v, c => c.Time,
            (c, v) => c.Time == v, (c, v) => c.Time < v, (c, v) => c.Time > v, (c, v) => c.Time >= v,
            (c, low, high) => c.Time.Between(low, high), (c, some) => c.Time.In(some)),
        new ScalarCase<TimeSpan>(
            "TimeSpan", ScalarValues.TimeSpan, v => v,
            g => g.Span, (g, v) => g.Span = v, c => c.Span,
            (c, v) => c.Span == v, (c, v) => c.Span < v, (c, v) => c.Span > v, (c, v) => c.Span >= v,
            (c, low, high) => c.Span.Between(low, high), (c, some) => c.Span.In(some)),
        new ScalarCase<Uri>(
            "Uri", ScalarValues.Uri, v => new ByteOrder(Encoding.UTF8.GetBytes(v.IsAbsoluteUri && v.OriginalString[0] == '/' ? v.AbsoluteUri : v.OriginalString)),
            g => g.Uri, (g, v) => g.Uri = v, c => c.Uri,
            (c, v) => c.Uri == v, (c, v) => c.Uri < v, (c, v) => c.Uri > v, (c, v) => c.Uri >= v,
            (c, low, high) => c.Uri.Between(low, high), (c, some) => c.Uri.In(some))
        { Identity = v => (v.IsAbsoluteUri, v) },
        new ScalarCase<Version>(
            "Version", ScalarValues.Version, v => v,
            g => g.Version, (g, v) => g.Version = v, c => c.Version,
            (c, v) => c.Version == v, (c, v) => c.Version < v, (c, v) => c.Version > v, (c, v) => c.Version >= v,
            (c, low, high) => c.Version.Between(low, high), (c, some) => c.Version.In(some)),
        new ScalarCase<IPAddress>(
            "IPAddress", ScalarValues.Address, v => new ByteOrder(ScalarValues.Order(v)),
            g => g.Address, (g, v) => g.Address = v, c => c.Address,
            (c, v) => c.Address == v, (c, v) => c.Address < v, (c, v) => c.Address > v, (c, v) => c.Address >= v,
            (c, low, high) => c.Address.Between(low, high), (c, some) => c.Address.In(some)),
        new ScalarCase<Tiny>(
            "enum over sbyte", random => (Tiny)ScalarValues.Integer<sbyte>(random), v => v,
            g => g.Tiny, (g, v) => g.Tiny = v, c => c.Tiny,
            (c, v) => c.Tiny == v, (c, v) => c.Tiny < v, (c, v) => c.Tiny > v, (c, v) => c.Tiny >= v,
            (c, low, high) => c.Tiny.Between(low, high), (c, some) => c.Tiny.In(some)),
        new ScalarCase<Huge>(
            "enum over ulong", random => (Huge)ScalarValues.Integer<ulong>(random), v => v,
            g => g.Huge, (g, v) => g.Huge = v, c => c.Huge,
            (c, v) => c.Huge == v, (c, v) => c.Huge < v, (c, v) => c.Huge > v, (c, v) => c.Huge >= v,
            (c, low, high) => c.Huge.Between(low, high), (c, some) => c.Huge.In(some)),
    ];

    private sealed record ByteOrder(byte[] Bytes) : IComparable
    {
        public int CompareTo(object? obj) => Bytes.AsSpan().SequenceCompareTo(((ByteOrder)obj!).Bytes);
    }
}
