using System.Globalization;
using System.Net;
using System.Numerics;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Every type that <see cref="Mark"/> has.</summary>
internal static class ExactCases
{
    public static readonly ExactCase[] All =
    [
        new ExactCase<int>(
            "int", ScalarValues.Integer<int>, v => v, m => m.Int, (m, v) => m.Int = v,
            (c, v) => c.Int == v, (c, v) => c.Int != v, (c, some) => c.Int.In(some), c => c.Int.IsNull()),
        new ExactCase<BigInteger>(
            "BigInteger", ScalarValues.BigInteger, v => v, m => m.Big, (m, v) => m.Big = v,
            (c, v) => c.Big == v, (c, v) => c.Big != v, (c, some) => c.Big.In(some), c => c.Big.IsNull()),
        new ExactCase<decimal>(
            "decimal", ScalarValues.Decimal, v => v, m => m.Decimal, (m, v) => m.Decimal = v,
            (c, v) => c.Decimal == v, (c, v) => c.Decimal != v, (c, some) => c.Decimal.In(some), c => c.Decimal.IsNull())
        { Identity = v => v.ToString(CultureInfo.InvariantCulture) },
        new ExactCase<DateTimeOffset>(
            "DateTimeOffset", ScalarValues.DateTimeOffset, v => v, m => m.Instant, (m, v) => m.Instant = v,
            (c, v) => c.Instant == v, (c, v) => c.Instant != v, (c, some) => c.Instant.In(some), c => c.Instant.IsNull())
        { Identity = v => (v, v.Offset) },
        new ExactCase<DateTime>(
            "DateTime", ScalarValues.DateTime, v => v, m => m.Clock, (m, v) => m.Clock = v,
            (c, v) => c.Clock == v, (c, v) => c.Clock != v, (c, some) => c.Clock.In(some), c => c.Clock.IsNull())
        { Identity = v => (v, v.Kind) },
        new ExactCase<DateOnly>(
            "DateOnly", ScalarValues.DateOnly, v => v, m => m.Date, (m, v) => m.Date = v,
            (c, v) => c.Date == v, (c, v) => c.Date != v, (c, some) => c.Date.In(some), c => c.Date.IsNull()),
        new ExactCase<TimeSpan>(
            "TimeSpan", ScalarValues.TimeSpan, v => v, m => m.Span, (m, v) => m.Span = v,
            (c, v) => c.Span == v, (c, v) => c.Span != v, (c, some) => c.Span.In(some), c => c.Span.IsNull()),
        new ExactCase<bool>(
            "bool", random => random.Next(2) == 0, v => v, m => m.Bool, (m, v) => m.Bool = v,
            (c, v) => c.Bool == v, (c, v) => c.Bool != v, (c, some) => c.Bool.In(some), c => c.Bool.IsNull()),
        new ExactCase<char>(
            "char", ScalarValues.Char, v => v, m => m.Char, (m, v) => m.Char = v,
            (c, v) => c.Char == v, (c, v) => c.Char != v, (c, some) => c.Char.In(some), c => c.Char.IsNull()),
        new ExactCase<string>(
            "string", random => random.Text(), v => v, m => m.Text, (m, v) => m.Text = v,
            (c, v) => c.Text == v, (c, v) => c.Text != v, (c, some) => c.Text.In(some), c => c.Text.IsNull()),
        new ExactCase<byte[]>(
            "bytes", ScalarValues.Bytes, Convert.ToHexString, m => m.Bytes, (m, v) => m.Bytes = v,
            (c, v) => c.Bytes == v, (c, v) => c.Bytes != v, (c, some) => c.Bytes.In(some), c => c.Bytes.IsNull()),
        new ExactCase<ReadOnlyMemory<byte>>(
            "memory", random => ScalarValues.Bytes(random), v => Convert.ToHexString(v.Span), m => m.Memory, (m, v) => m.Memory = v,
            (c, v) => c.Memory == v, (c, v) => c.Memory != v, (c, some) => c.Memory.In(some), c => c.Memory.IsNull())
        { Identity = v => Convert.ToHexString(v.Span) },
        new ExactCase<Guid>(
            "Guid", ScalarValues.Guid, v => v, m => m.Guid, (m, v) => m.Guid = v,
            (c, v) => c.Guid == v, (c, v) => c.Guid != v, (c, some) => c.Guid.In(some), c => c.Guid.IsNull()),
        new ExactCase<Uri>(
            "Uri", ScalarValues.Uri, v => v.IsAbsoluteUri && v.OriginalString[0] == '/' ? v.AbsoluteUri : v.OriginalString, m => m.Uri, (m, v) => m.Uri = v,
            (c, v) => c.Uri == v, (c, v) => c.Uri != v, (c, some) => c.Uri.In(some), c => c.Uri.IsNull())
        { Identity = v => (v.IsAbsoluteUri, v) },
        new ExactCase<Version>(
            "Version", ScalarValues.Version, v => v, m => m.Version, (m, v) => m.Version = v,
            (c, v) => c.Version == v, (c, v) => c.Version != v, (c, some) => c.Version.In(some), c => c.Version.IsNull()),
        new ExactCase<IPAddress>(
            "IPAddress", ScalarValues.Address, v => v, m => m.Address, (m, v) => m.Address = v,
            (c, v) => c.Address == v, (c, v) => c.Address != v, (c, some) => c.Address.In(some), c => c.Address.IsNull()),
        new ExactCase<GeoPoint>(
            "GeoPoint", ScalarValues.Point, v => (v.Longitude, v.Latitude), m => m.Point, (m, v) => m.Point = v,
            (c, v) => c.Point == v, (c, v) => c.Point != v, (c, some) => c.Point.In(some), c => c.Point.IsNull())
        { Identity = v => (v.Longitude, v.Latitude) },
        new ExactCase<Huge>(
            "enum", random => (Huge)ScalarValues.Integer<ulong>(random), v => v, m => m.Number, (m, v) => m.Number = v,
            (c, v) => c.Number == v, (c, v) => c.Number != v, (c, some) => c.Number.In(some), c => c.Number.IsNull()),
        new ExactCase<Mode>(
            "enum by name", random => random.One([Mode.Off, Mode.On, Mode.Active, Mode.Größe]), v => v, m => m.Mode, (m, v) => m.Mode = v,
            (c, v) => c.Mode == v, (c, v) => c.Mode != v, (c, some) => c.Mode.In(some), c => c.Mode.IsNull()),
        new ExactCase<Tag>(
            "converter of text", random => new Tag("#" + random.Text()), v => v.Text, m => m.Tag, (m, v) => m.Tag = v,
            (c, v) => c.Tag == v, (c, v) => c.Tag != v, (c, some) => c.Tag.In(some), c => c.Tag.IsNull()),
        new ExactCase<Mask>(
            "converter of bytes", random => new Mask((byte)random.Next(256)), v => v.Bits, m => m.Mask, (m, v) => m.Mask = v,
            (c, v) => c.Mask == v, (c, v) => c.Mask != v, (c, some) => c.Mask.In(some), c => c.Mask.IsNull()),
        new ExactCase<Price>(
            "ordered converter", random => new Price(ScalarValues.Decimal(random), random.Text()), v => PriceText.ToText(v), m => m.Price, (m, v) => m.Price = v,
            (c, v) => c.Price == v, (c, v) => c.Price != v, (c, some) => c.Price.In(some), c => c.Price.IsNull())
        { Identity = v => PriceText.ToText(v) },
        new ExactCase<ForeignRef<Supplier>>(
            "ForeignRef", random => ForeignRef<Supplier>.To(random.Text()), v => v.Key, m => m.Foreign, (m, v) => m.Foreign = v,
            (c, v) => c.Foreign == v, (c, v) => c.Foreign != v, (c, some) => c.Foreign.In(some), c => c.Foreign.IsNull())
        { Identity = v => v.Key },
    ];
}
