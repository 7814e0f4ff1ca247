using System.Globalization;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A query on a column without an index that answers it does not compile, and the compiler's message says which index to add.</summary>
public sealed class UnindexedQueryTests
{
    private const string Model = """
        using System;
        using System.Collections.Generic;
        using Rom;
        public enum Kind { A, B }
        [RomModel] public partial class User
        {
            public long Id { get; private set; }
            public string? Note { get; set; }
            public int Size { get; set; }
            public double Score { get; set; }
            public bool Flag { get; set; }
            [Index] public string? City { get; set; }
            [Index] public Kind Kind { get; set; }
            [Index(IndexKind.Exact)] public int Exact { get; set; }
            [Unique] public Guid Token { get; set; }
            [Index(IndexKind.FullText)] public string? Bio { get; set; }
            [Index(IndexKind.FullText, Prefix = true)] public string? Words { get; set; }
            [Index(IndexKind.Ordered)] public string? Name { get; set; }
            [Index] public DateTimeOffset At { get; set; }
            [Index] public long? Age { get; set; }
            [Index] public double? Score2 { get; set; }
            [Index] public decimal Money { get; set; }
            public GeoPoint? Place { get; set; }
            [Index] public GeoPoint? Home { get; set; }
            public Uri? Link { get; set; }
            [Index, Column(EnumAsName = true)] public Kind Named { get; set; }
            [Index] public List<string> Tags { get; set; } = [];
            public List<string> Plain { get; set; } = [];
            public int[] Numbers { get; set; } = [];
            [Index(IndexKind.FullText)] public string[] Steps { get; set; } = [];
            public Phone? Phone { get; set; }
            public Ref<User>? Friend { get; set; }
            [Index(Name = "Domain", Keys = nameof(DomainOf)), Index(Name = "Parts", Keys = nameof(PartsOf))] public string? Mail { get; set; }
            private static string? DomainOf(string mail) => mail;
            private static string[] PartsOf(string mail) => [mail];
        }
        public class Phone { public int Number { get; set; } }
        """;

    [TestCase("u.Note == \"a\"", "User.Note has no index that answers ==. Add [Index] to the property.")]
    [TestCase("u.Note != \"a\"", "User.Note has no index that answers !=. Add [Index] to the property.")]
    [TestCase("u.Note.In(\"a\", \"b\")", "User.Note has no index that answers In. Add [Index] to the property.")]
    [TestCase("u.Note < \"a\"", "User.Note has no index that answers <. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Note.Between(\"a\", \"b\")", "User.Note has no index that answers Between. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Note.StartsWith(\"a\")", "User.Note has no index that answers StartsWith. Add [Index(IndexKind.Ordered)] to the property for the start of "
        + "the whole string, or [Index(IndexKind.FullText, Prefix = true)] for the start of a word.")]
    [TestCase("u.Note.Contains(\"a\")", "User.Note has no index that answers Contains. Add [Index(IndexKind.FullText)] to the property.")]
    [TestCase("u.Note.IsNull()", "User.Note has no index that answers IsNull. Add [Index] to the property.")]
    [TestCase("u.Size == 1", "User.Size has no index that answers ==. Add [Index] to the property.")]
    [TestCase("u.Size <= 1", "User.Size has no index that answers <=. Add [Index] to the property.")]
    [TestCase("u.Size.Between(1, 2)", "User.Size has no index that answers Between. Add [Index] to the property.")]
    [TestCase("u.Score > 1", "User.Score has no index that answers >. Add [Index] to the property.")]
    [TestCase("u.Flag == true", "User.Flag has no index that answers ==. Add [Index] to the property.")]
    [TestCase("u.City >= \"a\"", "User.City has no index that answers >=. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.City.Contains(\"a\")", "User.City has no index that answers Contains. Add [Index(IndexKind.FullText)] to the property.")]
    [TestCase("u.Kind < Kind.B", "User.Kind has no index that answers <. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Exact < 1", "User.Exact has no index that answers <. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Bio == \"a\"", "User.Bio has no index that answers ==. Add [Index] to the property.")]
    [TestCase("u.Bio.StartsWith(\"a\")", "User.Bio has no index that answers StartsWith. Add [Index(IndexKind.Ordered)] to the property for the start of "
        + "the whole string, or Prefix = true to its FullText index for the start of a word.")]
    [TestCase("u.Name.EndsWith(\"a\")", "User.Name has no index that answers EndsWith. Add Suffix = true to its Ordered index for the end of the whole string, "
        + "or [Index(IndexKind.FullText, Suffix = true)] for the end of a word.")]
    [TestCase("u.Note.EndsWith(\"a\")", "User.Note has no index that answers EndsWith. Add [Index(IndexKind.Ordered, Suffix = true)] to the property for the end of "
        + "the whole string, or [Index(IndexKind.FullText, Suffix = true)] for the end of a word.")]
    [TestCase("u.Note.Like(\"a*\")", "User.Note has no index that answers Like. Add [Index(IndexKind.Ordered)] to the property for the start of "
        + "the whole string, or [Index(IndexKind.FullText, Prefix = true)] for the start of a word.")]
    [TestCase("u.Name.ContainsAny(\"a\")", "User.Name has no index that answers ContainsAny. Add [Index(IndexKind.FullText)] to the property.")]
    [TestCase("u.Place.Within(default, 5)", "User.Place has no index that answers Within. Add [Index] to the property.")]
    [TestCase("u.Name.Contains(\"a\")", "User.Name has no index that answers Contains. Add [Index(IndexKind.FullText)] to the property.")]
    [TestCase("u.Bio.Like(\"a*\")", "User.Bio has no index that answers Like. Add [Index(IndexKind.Ordered)] to the property for the start of "
        + "the whole string, or Prefix = true to its FullText index for the start of a word.")]
    [TestCase("u.Bio.EndsWith(\"a\")", "User.Bio has no index that answers EndsWith. Add [Index(IndexKind.Ordered, Suffix = true)] to the property for the end of the whole string, "
        + "or Suffix = true to its FullText index for the end of a word.")]
    [TestCase("u.Words.EndsWith(\"a\")", "User.Words has no index that answers EndsWith. Add [Index(IndexKind.Ordered, Suffix = true)] to the property for the end of the whole string, "
        + "or Suffix = true to its FullText index for the end of a word.")]
    [TestCase("u.Words > \"a\"", "User.Words has no index that answers >. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Place.WithinBox(default, 5, 5)", "User.Place has no index that answers WithinBox. Add [Index] to the property.")]
    [TestCase("u.Place == default(GeoPoint)", "User.Place has no index that answers ==. Add [Index(IndexKind.Exact)] to the property.")]
    [TestCase("u.Home == default(GeoPoint)", "User.Home has no index that answers ==. Add [Index(IndexKind.Exact)] to the property.")]
    [TestCase("u.Home < default(GeoPoint)", "User.Home has no index that answers <. Points have no order; Within and WithinBox find those of an area.")]
    [TestCase("u.Flag < true", "User.Flag has no index that answers <. Its values have no order that an index keeps; compare them with ==, != and In.")]
    [TestCase("u.Token >= Guid.Empty", "User.Token has no index that answers >=. Its values have no order that an index keeps; compare them with ==, != and In.")]
    [TestCase("u.Token.Between(Guid.Empty, Guid.Empty)", "User.Token has no index that answers Between. Its values have no order that an index keeps; compare them with ==, != and In.")]
    [TestCase("u.Named > Kind.A", "User.Named has no index that answers >. It is stored by name, whose order is not that of the values; remove EnumAsName and add IndexKind.Ordered.")]
    [TestCase("u.Friend < Ref<User>.To(1)", "User.Friend has no index that answers <. A reference is compared with ==, != and In.")]
    [TestCase("u.Link < new Uri(\"a:b\")", "User.Link has no index that answers <. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("u.Link.In(new Uri(\"a:b\"))", "User.Link has no index that answers In. Add [Index] to the property.")]
    [TestCase("u.Plain.Contains(\"a\")", "User.Plain has no index that answers Contains. Add [Index] to the property.")]
    [TestCase("u.Plain.ContainsAny([\"a\"])", "User.Plain has no index that answers ContainsAny. Add [Index] to the property.")]
    [TestCase("u.Plain.ContainsAll([\"a\"])", "User.Plain has no index that answers ContainsAll. Add [Index] to the property.")]
    [TestCase("u.Plain.StartsWith(\"a\")", "User.Plain has no index that answers StartsWith. Add [Index(IndexKind.FullText, Prefix = true)] to the property.")]
    [TestCase("u.Plain.IsNull()", "User.Plain has no index that answers IsNull. Add [Index] to the property.")]
    [TestCase("u.Numbers.Contains(1)", "User.Numbers has no index that answers Contains. Add [Index] to the property.")]
    [TestCase("u.Tags.Like(\"a*\")", "User.Tags has no index that answers Like. Its index finds whole elements; IndexKind.FullText with Prefix = true in its place finds them by the start of a word.")]
    [TestCase("u.Tags.EndsWith(\"a\")", "User.Tags has no index that answers EndsWith. Its index finds whole elements; IndexKind.FullText with Suffix = true in its place finds them by the end of a word.")]
    [TestCase("u.Steps.StartsWith(\"a\")", "User.Steps has no index that answers StartsWith. Add Prefix = true to its FullText index.")]
    [TestCase("u.Steps.EndsWith(\"a\")", "User.Steps has no index that answers EndsWith. Add Suffix = true to its FullText index.")]
    [TestCase("u.Domain < \"a\"", "User.Domain has no index that answers <. It is computed by DomainOf; name another kind in its [Index], or add another index with Keys = nameof(DomainOf).")]
    [TestCase("u.Domain.Contains(\"a\")", "User.Domain has no index that answers Contains. It is computed by DomainOf; name another kind in its [Index], or add another index with Keys = nameof(DomainOf).")]
    [TestCase("u.Domain.Like(\"a\")", "User.Domain has no index that answers Like. It is computed by DomainOf; name another kind in its [Index], or add another index with Keys = nameof(DomainOf).")]
    [TestCase("u.Parts.StartsWith(\"a\")", "User.Parts has no index that answers StartsWith. It is computed by PartsOf; name another kind in its [Index], or add another index with Keys = nameof(PartsOf).")]
    [TestCase("u.Id >= 5", "User.Id has no index that answers >=. Add [Index] to the property.")]
    [TestCase("u.Id < 5", "User.Id has no index that answers <. Add [Index] to the property.")]
    public void Does_not_compile(string condition, string message) => Assert.That(
        Errors($".Where(u => {condition})"), Is.EqualTo(new[] { ("CS0619", message) }));

    [Test]
    public void Order_by_a_column_without_order_does_not_compile(
        [Values("City", "Note", "Id", "Flag", "Token", "Home", "Named", "Tags", "Plain", "Phone", "Domain", "Bio", "Exact")] string column,
        [Values("OrderBy", "OrderByDescending", "OrderBy(u => u.Name).ThenBy", "OrderBy(u => u.Name).ThenByDescending")] string order)
    {
        (string Id, string Message) error = Errors($".{order}(u => u.{column})").Single();

        Assert.That(error.Id, Is.EqualTo("CS0619"));
        Assert.That(error.Message, Does.Contain("Add [Index(IndexKind.Ordered)]").And.Contain("DistanceTo"));
    }

    [TestCase("MinAsync", "Note")]
    [TestCase("MaxAsync", "Size")]
    [TestCase("MaxAsync", "Token")]
    [TestCase("MinAsync", "Home")]
    [TestCase("MinAsync", "Domain")]
    public void The_least_and_greatest_of_a_column_without_order_do_not_compile(string aggregate, string column)
    {
        (string Id, string Message) error = Errors($".{aggregate}(u => u.{column})").Single();

        Assert.That(error.Id, Is.EqualTo("CS0619"));
        Assert.That(error.Message, Does.Contain("Add [Index(IndexKind.Ordered)]"));
    }

    /// <summary>No index could answer these, so that there is no such member and the compiler says it in its own words.</summary>
    [TestCase(".Where(u => u.Phone == null)")]
    [TestCase(".Where(u => u.Phone < new Phone())")]
    [TestCase(".Where(u => u.Tags == null)")]
    [TestCase(".Where(u => u.Size.StartsWith(\"1\"))")]
    [TestCase(".Where(u => u.Size.Contains(\"1\"))")]
    [TestCase(".Where(u => u.Size.Within(default, 1))")]
    [TestCase(".SumAsync(u => u.Note)")]
    [TestCase(".AverageAsync(u => u.Flag)")]
    [TestCase(".SumAsync(u => u.Parts)")]
    public void What_no_index_could_answer_does_not_compile(string query) => Assert.That(Errors(query), Is.Not.Empty);

    [TestCase(".Where(u => u.Id == 5 || u.Id != 6 || u.Id.In(1, 2) || u.Id.IsNotNull())")]
    [TestCase(".Where(u => u.City == \"a\" && u.City != null && u.City.In(\"a\", null) && u.City.IsNull())")]
    [TestCase(".Where(u => u.Kind == Kind.A && u.Kind.In(new[] { Kind.A, Kind.B }))")]
    [TestCase(".Where(u => u.Exact == 1 && u.Exact.In([1, 2]))")]
    [TestCase(".Where(u => u.Token == Guid.Empty && u.Token.In(Guid.Empty) && u.Token.IsNull())")]
    [TestCase(".Where(u => u.Bio.Contains(\"a b\") && u.Bio.IsNull())")]
    [TestCase(".Where(u => u.Words.StartsWith(\"a\") && u.Words.Contains(\"b\"))")]
    [TestCase(".Where(u => u.Name.StartsWith(\"a\") && u.Name < \"b\" && u.Name == \"c\" && u.Name.Between(\"a\", \"b\"))")]
    [TestCase(".Where(u => !(u.At > DateTimeOffset.UnixEpoch) && u.At <= DateTimeOffset.UnixEpoch)")]
    [TestCase(".Where(u => u.Name != null && u.Name.StartsWith(\"a\") || u.Name == null || u.Name == \"b\")")]
    [TestCase(".Where(u => u.Age == null || u.Age == 5 || u.Age.In(6))")]
    [TestCase(".Where(u => u.Age == (short)5 && u.Score2 == 1 && u.Money == 10 && u.Money == 1.5m && u.At == DateTimeOffset.UnixEpoch)")]
    [TestCase(".OrderBy(u => u.Name)")]
    [TestCase(".OrderByDescending(u => u.At).ThenBy(u => u.Friend)")]
    [TestCase(".OrderBy(u => u.Home.DistanceTo(default))")]
    [TestCase(".Where(u => u.Tags.Contains(\"a\") && u.Tags.ContainsAny([\"a\"]) && u.Tags.ContainsAll([\"a\"]) && u.Tags.IsNotNull())")]
    [TestCase(".Where(u => u.Steps.Contains(\"a b\") || u.Steps.ContainsAny(\"a b\"))")]
    [TestCase(".Where(u => u.Domain == \"a\" || u.Domain.IsNull() || u.Parts.Contains(\"a\"))")]
    [TestCase(".Where(u => u.Home.Within(default, 5) || u.Home.WithinBox(default, 5, 5))")]
    [TestCase(".Where(u => u.Named == Kind.A && u.Friend == 5)")]
    [TestCase(".SumAsync(u => u.Size)")]
    [TestCase(".MinAsync(u => u.At)")]
    public void Compiles(string query) => Assert.That(Errors(query), Is.Empty);

    [TestCase("", "u.Id > 5", "User.Id has no index that answers >. Declare the key as 'public long Id { get; private set; }' with [Index].")]
    [TestCase("[PrimaryKey] public required string Id { get; init; }", "u.Id > \"a\"", "User.Id has no index that answers >. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("[PrimaryKey] public required string Id { get; init; }", "u.Id.StartsWith(\"a\")", "User.Id has no index that answers StartsWith. Add [Index(IndexKind.Ordered)] to the property.")]
    [TestCase("[PrimaryKey] public required string Id { get; init; }", "u.Id.EndsWith(\"a\")", "User.Id has no index that answers EndsWith. Add [Index(IndexKind.Ordered, Suffix = true)] to the property.")]
    [TestCase("[PrimaryKey, Index(IndexKind.Ordered)] public required string Id { get; init; }", "u.Id.EndsWith(\"a\")", "User.Id has no index that answers EndsWith. Add Suffix = true to its Ordered index.")]
    [TestCase("[PrimaryKey, Index(IndexKind.Ordered)] public required string Id { get; init; }", "u.Id.Contains(\"a\")", "User.Id has no index that answers Contains. A key has no words; index another column that holds the same value.")]
    [TestCase("public Guid Id { get; private set; }", "u.Id > Guid.Empty", "User.Id has no index that answers >. Its values have no order that an index keeps; compare them with ==, != and In.")]
    public void Ranges_of_a_key_without_an_index_do_not_compile(string key, string condition, string message) =>
        Assert.That(Errors($".Where(u => {condition})", Keyed(key)), Is.EqualTo(new[] { ("CS0619", message) }));

    [TestCase("[Index] public long Id { get; private set; }", ".Where(u => u.Id > 5 && u.Id.Between(1, 2)).OrderByDescending(u => u.Id).ThenBy(u => u.Size)")]
    [TestCase("[PrimaryKey(Index = false), Index] public int Id { get; private set; }", ".MaxAsync(u => u.Id)")]
    [TestCase("[PrimaryKey, Index(IndexKind.Ordered, Suffix = true)] public required string Id { get; init; }",
        ".Where(u => u.Id > \"a\" && u.Id.StartsWith(\"a\") && u.Id.Like(\"a*\") && u.Id.EndsWith(\"a\") && u.Id != \"b\").OrderBy(u => u.Id)")]
    public void Ranges_of_a_key_with_an_index_compile(string key, string query) => Assert.That(Errors(query, Keyed(key)), Is.Empty);

    private static string Keyed(string key) => $$"""using System; using Rom; [RomModel] public partial class User { {{key}} [Index] public int Size { get; set; } }""";

    private static (string Id, string Message)[] Errors(string query, string model = Model)
    {
        GeneratedCode code = GeneratorHarness.Run(model, $$"""
            using System;
            using System.Collections.Generic;
            using Rom;
            public static class Use { public static object Query(RomContext db) => User.Query(db){{query}}; }
            """);
        return [.. code.Output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")
            .Select(diagnostic => (diagnostic.Id, Reason(diagnostic)))];
    }

    /// <summary>The text of the attribute, without the member's name that the compiler puts before it.</summary>
    private static string Reason(Diagnostic diagnostic)
    {
        const string Before = "is obsolete: '";
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        int start = message.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? message : message[(start + Before.Length)..^1];
    }
}
