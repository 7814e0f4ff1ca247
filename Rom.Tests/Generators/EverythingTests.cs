using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>
/// Models with every feature of the model side, in projects of every kind: what is generated compiles without a warning, documented, and nothing is
/// reported. A question mark in a comment is there where nullability is enabled.
/// </summary>
public sealed class EverythingTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Rom;
        namespace App;
        public enum Mode : short { Off, On }
        public class Phone
        {
            public required string Number { get; init; }
            [Column("ext")] public int? Extension { get; set; }
            public Phone/*?*/ Next { get; set; }
            public Dictionary<Mode, List<Address>> Places { get; set; } = new();
            [NotStored] public string Shown => Number;
        }
        public sealed record Address(string City, string/*?*/ Street = null);
        public struct Span { public int From; public TimeSpan? Length { get; set; } }
        public class Theme { public string/*?*/ Name { get; set; } }
        [JsonSerializable(typeof(Theme))] public partial class UserJson : JsonSerializerContext;
        public readonly record struct Money(decimal Amount, string Currency);
        public sealed class MoneyText : IOrderedRomConverter<Money>
        {
            public static int Revision => 3;
            public static string ToText(Money value) => value.Currency;
            public static bool TryFromText(string text, out Money value) { value = new Money(0, text); return true; }
            public static decimal ToOrder(Money value) => value.Amount;
        }
        public sealed class TokenBytes : IRomBytesConverter<Guid>
        {
            public static byte[] ToBytes(Guid value) => value.ToByteArray();
            public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Guid value) { value = new Guid(bytes); return true; }
        }
        public sealed class Splitter : ITextTokenizer
        {
            public static int Revision => 2;
            public static IEnumerable<string> Words(string text) => text.Split(' ');
        }
        public sealed class Supplier : IForeignEntity<Supplier>
        {
            public string ForeignKey => "";
            public static Task<Supplier/*?*/> LoadAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();
        }
        """;

    private const string Models = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Net;
        using System.Numerics;
        using Rom;
        namespace App;
        [Index(nameof(CreatedAt), nameof(Kind))]
        public abstract class Entity<TOwner>
        {
            [Index] public DateTimeOffset CreatedAt { get; set; } = DateTimeOffset.UnixEpoch;
            [Index] public string/*?*/ Kind { get; protected set; }
            [Unique] public TOwner/*?*/ Owner { get; set; }
            public virtual string/*?*/ Label { get; set; }
            public Ref<Everything>/*?*/ Parent { get; set; }
        }
        [RomModel(Name = "all", Group = "shop")]
        [Index(nameof(Rank), nameof(At))]
        [Unique(nameof(Rank), nameof(Code), IgnoreCase = true)]
        [Index(Name = "Margin", Keys = nameof(MarginOf), Revision = 2)]
        [Unique(Name = "Slug", Keys = nameof(SlugOf))]
        public partial class Everything : Entity<string>
        {
            [PrimaryKey(Index = false)] public long Id { get; private set; }
            [Version] public long Version { get; private set; }
            [Index(IndexKind.Ordered, Suffix = true)] public override string/*?*/ Label { get; set; }
            [Unique(IgnoreCase = true), Index(IndexKind.Ordered, IgnoreCase = true, Suffix = true)] public required string Code { get; set; }
            [Index(IndexKind.FullText, Prefix = true, Suffix = true, Tokenizer = typeof(Splitter)), Index(Name = "ByText")] public string/*?*/ Text { get; init; }
            [Index(Name = "Domain", Keys = nameof(DomainOf)), Index(IndexKind.FullText, Name = "Parts", Keys = nameof(PartsOf), Prefix = true)] public string/*?*/ Mail { get; set; }
            [Index(Name = "Near", Keys = nameof(NearOf))] public GeoPoint? Place { get; set; }
            [Index, Index(IndexKind.Exact)] public GeoPoint Home { get; set; }
            [Index] public Int128? Rank { get; set; }
            [Index] public DateOnly At { get; set; }
            [Index] public UInt128 Huge { get; set; }
            [Index] public BigInteger? Big { get; set; }
            [Index] public Half? Half { get; set; }
            [Index] public char Letter { get; set; } = 'a';
            [Index] public byte[] Bytes { get; set; } = [];
            [Index] public ReadOnlyMemory<byte>? Memory { get; set; }
            [Index] public Uri/*?*/ Link { get; set; }
            [Index(IndexKind.Ordered)] public System.Version/*?*/ Release { get; set; }
            [Index(IndexKind.Ordered)] public IPAddress/*?*/ Address { get; set; }
            [Index, Column("m", EnumAsName = true)] public Mode? Mode { get; set; }
            [Index(IndexKind.Ordered)] public Mode Other { get; set; }
            [Index, Column(Converter = typeof(MoneyText))] public Money Price { get; set; }
            [Column(Converter = typeof(MoneyText))] public Money? Cost { get; set; }
            [Index, Column(Converter = typeof(TokenBytes))] public Guid? Token { get; set; }
            [Index] public List<string> Tags { get; set; } = [];
            [Index(IndexKind.FullText)] public string[]/*?*/ Steps { get; set; }
            [Index] public ImmutableArray<int> Numbers { get; set; } = [];
            public List<Phone> Phones { get; set; } = [];
            public HashSet<Address>/*?*/ Places { get; private set; }
            public ValueTuple<Phone> Only { get; set; }
            public List<ValueTuple<int>?>/*?*/ Onlies { get; set; }
            public Dictionary<string, (int From, Span? To)> Spans { get; set; } = new();
            [Json(typeof(UserJson))] public Theme/*?*/ Theme { get; set; }
            [Index] public ForeignRef<Supplier>/*?*/ Supplier { get; set; }
            [Unique, Reference(OnDelete.NoAction)] public Ref<Everything>/*?*/ Partner { get; set; }
            public Ref<Line>/*?*/ Line { get; set; }
            public required Ref<Article> Article { get; set; }
            [NotStored] public int Ignored { get; set; }
            [Native] public partial RedisList<string> Log { get; }
            [Native] internal partial RedisSet<Guid> Friends { get; }
            [Native] public partial RedisSortedSet<Mode> Scores { get; }
            [Native] private partial RedisHash<decimal> Prices { get; }
            [Native] public partial RedisCounter Visits { get; }
            [Collection(nameof(Parent))] public partial RefCollection<Everything> Children { get; }
            [Collection] public partial RefCollection<Article> Articles { get; }
            private static decimal? MarginOf(Money price, Money? cost) => price.Amount - cost?.Amount;
            private static string SlugOf(string code, DateOnly at) => code + at;
            private static string/*?*/ DomainOf(string mail) => mail;
            private static IEnumerable<string> PartsOf(string/*?*/ mail) => [mail ?? ""];
            private static GeoPoint? NearOf(GeoPoint? place, GeoPoint home) => place ?? home;
            partial void BeforeInsert() => Rank = 1;
            partial void AfterInsert() => Rank = 2;
            partial void BeforeUpdate() => Rank = 3;
            partial void AfterUpdate() => Rank = 4;
            partial void BeforeDelete() => Rank = 5;
            partial void AfterDelete() => Rank = 6;
        }
        [RomModel]
        public sealed partial record class Line
        {
            [PrimaryKey(Index = false), Index] public long Order { get; init; }
            [PrimaryKey] public required string Product { get; init; }
            [PrimaryKey] public Mode Mode { get; init; }
            public int Count { get; init; }
        }
        [RomModel(Group = "shop")]
        public partial class Article
        {
            [PrimaryKey(Text = nameof(KeyOf))] public required string Name { get; init; }
            public Ref<Everything>/*?*/ Of { get; init; }
            private static string KeyOf(string name) => name.ToLowerInvariant();
        }
        public partial interface IOuter
        {
            internal partial struct Middle
            {
                [RomModel] internal partial class Leaf { [Index(IndexKind.Ordered)] public string/*?*/ Name { get; set; } public Ref<Leaf>/*?*/ Up { get; set; } }
            }
        }
        """;

    [Test]
    public void It_compiles_without_a_warning(
        [Values] NullableContextOptions nullable, [Values(LanguageVersion.CSharp13, LanguageVersion.Latest, LanguageVersion.Preview)] LanguageVersion version)
    {
        bool isEnabled = nullable == NullableContextOptions.Enable;
        string[] files = [.. new[] { Types, Models }.Select(text => text.Replace("/*?*/", isEnabled ? "?" : "", StringComparison.Ordinal)), "#nullable enable\nnamespace App { " + JsonContext.Source + " }"];
        GeneratedCode code = GeneratorHarness.Run(GeneratorHarness.Compile(files, nullable, version));

        Assert.That(code.Complaints.Where(complaint => !complaint.StartsWith("File2.cs", StringComparison.Ordinal)), Is.Empty);
        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
    }
}
