using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Rom.Generators.Specs;

namespace Rom.Tests.Generators;

/// <summary>What a row that lacks a column reads as: the initial value, null, or an exception.</summary>
public sealed class InitializerTests
{
    [TestCase("string P { get; set; } = \"a\";")]
    [TestCase("string P { get; set; } = \"a\" + \"b\";")]
    [TestCase("string P { get; set; } = string.Empty;")]
    [TestCase("string P { get; set; } = nameof(Kind);")]
    [TestCase("required string P { get; set; } = \"a\";")]
    [TestCase("int P { get; set; }")]
    [TestCase("int P { get; set; } = -1;")]
    [TestCase("int P { get; set; } = 1 << 4;")]
    [TestCase("int P { get; set; } = default;")]
    [TestCase("decimal P { get; set; } = 1.5m;")]
    [TestCase("decimal P { get; set; } = decimal.MaxValue;")]
    [TestCase("double P { get; set; } = double.NaN;")]
    [TestCase("Kind P { get; set; } = Kind.B;")]
    [TestCase("Kind P { get; set; } = (Kind)7;")]
    [TestCase("Guid P { get; set; } = Guid.Empty;")]
    [TestCase("Guid P { get; set; } = new();")]
    [TestCase("Guid P { get; set; } = new(\"9d2b0228-4d0d-4c23-8b49-01a698857709\");")]
    [TestCase("DateTime P { get; set; } = DateTime.MinValue;")]
    [TestCase("DateTime P { get; set; } = default(DateTime);")]
    [TestCase("DateTime P { get; set; } = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);")]
    [TestCase("DateTimeOffset P { get; set; } = DateTimeOffset.UnixEpoch;")]
    [TestCase("bool P { get; set; } = (true);")]
    [TestCase("byte[] P { get; set; } = [];")]
    [TestCase("byte[] P { get; set; } = new byte[4];")]
    [TestCase("byte[] P { get; set; } = Array.Empty<byte>();")]
    [TestCase("TimeSpan P { get; set; } = TimeSpan.Zero;")]
    [TestCase("TimeSpan P { get; set; } = TimeSpan.FromMinutes(5);")]
    [TestCase("TimeSpan P { get; set; } = new(0, 5, 0);")]
    [TestCase("DateOnly P { get; set; } = DateOnly.MinValue;")]
    [TestCase("TimeOnly P { get; set; } = new(12, 30);")]
    [TestCase("Int128 P { get; set; } = Int128.MaxValue;")]
    [TestCase("System.Numerics.BigInteger P { get; set; } = System.Numerics.BigInteger.One;")]
    [TestCase("Half P { get; set; } = (Half)1.5;")]
    [TestCase("char P { get; set; } = 'x';")]
    [TestCase("Guid P { get; set; } = Guid.Parse(\"9d2b0228-4d0d-4c23-8b49-01a698857709\");")]
    [TestCase("Uri P { get; set; } = new(\"https://example.com\");")]
    [TestCase("Version P { get; set; } = new Version(1, 0);")]
    [TestCase("System.Net.IPAddress P { get; set; } = System.Net.IPAddress.Loopback;")]
    [TestCase("GeoPoint P { get; set; } = new(13.4, 52.5);")]
    [TestCase("Version P { get; set; } = new();")]
    public void Keeps_the_initial_value(string property)
    {
        ColumnSpec column = Parse.Column("public " + property);

        Assert.That((column.KeepsInitialValue, column.StoresNull), Is.EqualTo((true, false)));
    }

    [TestCase("string P { get; set; } = null!;")]
    [TestCase("string P { get; set; } = default!;")]
    [TestCase("string P { get; set; } = (string)null!;")]
    [TestCase("string P { get; set; } = Guid.NewGuid().ToString();")]
    [TestCase("required string P { get; set; }")]
    [TestCase("required int P { get; set; }")]
    [TestCase("int P { get; set; } = Next();")]
    [TestCase("DateTime P { get; set; } = DateTime.UtcNow;")]
    [TestCase("DateTime P { get; set; } = Start;")]
    [TestCase("DateTimeOffset P { get; set; } = new(new DateTime(2020, 1, 1));")]
    [TestCase("Guid P { get; set; } = Guid.NewGuid();")]
    [TestCase("DateOnly P { get; set; } = DateOnly.FromDateTime(DateTime.Today);")]
    [TestCase("DateOnly P { get; set; } = DateOnly.Parse(\"1.2.2020\");")]
    [TestCase("byte[] P { get; set; } = new byte[Next()];")]
    [TestCase("byte[] P { get; set; } = [(byte)Next()];")]
    [TestCase("TimeSpan P { get; set; } = TimeSpan.FromSeconds(Next());")]
    [TestCase("byte[] P { get; set; }")]
    [TestCase("Uri P { get; set; } = null!;")]
    public void Throws(string property)
    {
        ColumnSpec column = Parse.Column("public " + property);

        Assert.That((column.KeepsInitialValue, column.StoresNull, column.IsNullable), Is.EqualTo((false, false, false)));
    }

    [TestCase("string? P { get; set; }", false)]
    [TestCase("string? P { get; set; } = null;", false)]
    [TestCase("int? P { get; set; } = default;", false)]
    [TestCase("required string? P { get; set; }", false)]
    [TestCase("Guid? P { get; set; } = Guid.NewGuid();", true)]
    public void Reads_as_null(string property, bool storesNull)
    {
        ColumnSpec column = Parse.Column("public " + property);

        Assert.That((column.KeepsInitialValue, column.StoresNull, column.IsNullable), Is.EqualTo((false, storesNull, true)));
    }

    [TestCase("string? P { get; set; } = \"none\";")]
    [TestCase("int? P { get; set; } = 0;")]
    [TestCase("int? P { get; set; } = default(int);")]
    public void Keeps_the_initial_value_and_stores_null(string property)
    {
        ColumnSpec column = Parse.Column("public " + property);

        Assert.That((column.KeepsInitialValue, column.StoresNull, column.IsNullable), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void Where_nullability_is_disabled_a_string_may_be_null() =>
        Assert.That(Parse.Column("public string P { get; set; }", NullableContextOptions.Disable), Has.Property(nameof(ColumnSpec.IsNullable)).True);
}
