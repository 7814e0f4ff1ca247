using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>What is generated compiles without a warning, whatever the consumer's project says.</summary>
public sealed class OutputTests
{
    private const string Everything = """
        using System;
        using Rom;
        namespace App
        {
            public enum Signed : sbyte { A }
            public enum Wide : long { A }
            [RomModel]
            public partial class All
            {
                public string Text { get; set; }
                [Unique, Index, Index(IndexKind.Ordered), Index(IndexKind.FullText)] public required string Email { get; init; }
                [Index] public bool Flag { get; set; }
                [Index] public int Int { get; set; }
                [Unique, Index] public long Long { get; internal set; }
                [Index] public double Double { get; set; }
                [Unique, Index] public decimal Decimal { get; set; }
                [Unique, Index] public DateTime DateTime { get; set; }
                [Unique, Index] public DateTimeOffset DateTimeOffset { get; set; }
                [Unique, Index] public Guid Guid { get; set; }
                [Unique, Index, Index(IndexKind.Ordered)] public Signed Signed { get; set; }
                [Index] public Wide Wide { get; protected set; }
                public bool? NoFlag { get; set; }
                public int? NoInt { get; set; }
                public long? NoLong { get; set; }
                public double? NoDouble { get; set; }
                public decimal? NoDecimal { get; set; }
                public DateTime? NoDateTime { get; set; }
                public DateTimeOffset? NoDateTimeOffset { get; init; }
                public Guid? NoGuid { get; set; }
                [Unique, Index] public Signed? NoSigned { get; set; }
                [Index] public Wide? NoWide { get; init; }
            }
        }
        """;

    [TestCase(NullableContextOptions.Enable, LanguageVersion.CSharp11)]
    [TestCase(NullableContextOptions.Enable, LanguageVersion.CSharp12)]
    [TestCase(NullableContextOptions.Enable, LanguageVersion.CSharp13)]
    [TestCase(NullableContextOptions.Disable, LanguageVersion.CSharp12)]
    [TestCase(NullableContextOptions.Warnings, LanguageVersion.CSharp12)]
    [TestCase(NullableContextOptions.Annotations, LanguageVersion.CSharp12)]
    public void Every_type_compiles(NullableContextOptions nullable, LanguageVersion version)
    {
        string source = nullable == NullableContextOptions.Enable ? Everything.Replace("string Text", "string? Text", StringComparison.Ordinal) : Everything;
        GeneratorHarness.Run(GeneratorHarness.Compile([source], nullable, version)).AssertCompiles();
    }

    [TestCase("[RomModel] partial class User { }")]
    [TestCase("[RomModel] internal sealed partial class User { public string? Name { get; set; } }")]
    [TestCase("public partial class Outer { [RomModel] private protected partial class User { } }")]
    [TestCase("public partial class Outer { private enum Kind { A } [RomModel] private partial class User { [Index] public Kind Kind { get; set; } } }")]
    [TestCase("[RomModel] public sealed partial record User { [PrimaryKey] public required string Code { get; init; } }")]
    [TestCase("[RomModel] public partial class User { public virtual int P { get; set; } public new string ToString { get; set; } = \"\"; public new int Equals { get; set; } }")]
    [TestCase("[RomModel] public partial class User { public int @class { get; set; } public int value { get; set; } public int field { get; init; } public int context { get; set; } }")]
    [TestCase("[RomModel] public partial class User { [Unique] public int Context { get; set; } [Unique] public int CancellationToken { get; set; } [Unique] public int Class { get; set; } }")]
    [TestCase("[RomModel] public partial class User { [Obsolete(\"old\")] public int P { get; set; } }")]
    [TestCase("[RomModel] public partial class User { public int System { get; set; } public int Rom { get; set; } public int global { get; set; } }")]
    [TestCase("[RomModel(Name = \"a\\\"\\\\b\", Group = \"\\n\")] public partial class User { [Column(\"\\0\\u2028\")] public int P { get; set; } }")]
    [TestCase("[RomModel] public partial class User { public int A { get; set; } } public partial class User { public int B { get; set; } }")]
    [TestCase("public class Base { protected int x; } [RomModel] public partial class User : Base, IDisposable { public void Dispose() { } }")]
    [TestCase("namespace Rom { [RomModel] public partial class Filter2 { public int P { get; set; } } }")]
    [TestCase("namespace App.Rom { [RomModel] public partial class User { [Unique] public int P { get; set; } } }")]
    [TestCase("namespace App.System { [RomModel] public partial class User { [Unique] public string P { get; set; } = \"\"; } }")]
    public void An_unusual_model_compiles(string source)
    {
        GeneratedCode code = GeneratorHarness.Run(source, "global using System; global using global::Rom;");

        Assert.That(code.Complaints.Where(complaint => !complaint.StartsWith("File", StringComparison.Ordinal)), Is.Empty);
        Assert.That(code.Complaints.Where(complaint => complaint.Contains("error", StringComparison.Ordinal)), Is.Empty);
        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
    }

    [Test]
    public void Files_are_named_after_the_metadata_name() => Assert.That(
        GeneratorHarness.Run("namespace @event { public partial class Outer { [Rom.RomModel] public partial class @class { } } }").HintNames,
        Is.EqualTo(new[] { "event.Outer+class.Rom.g.cs" }));

    [Test]
    public void Names_that_differ_in_case_only_have_files_of_their_own()
    {
        GeneratedCode code = GeneratorHarness.Run("namespace A { [Rom.RomModel] public partial class User { } } namespace a { [Rom.RomModel(Name = \"u\")] public partial class User { } }");

        Assert.That(code.HintNames, Has.Count.EqualTo(2).And.All.Match("^[Aa]\\.User\\.[0-9a-f]{8}\\.Rom\\.g\\.cs$"));
        Assert.That(code.Complaints, Is.Empty);
    }

    [TestCase("[Rom.RomModel] public partial class User { } [Rom.RomModel] public partial class User { }")]
    [TestCase("[Rom.RomModel] public partial class User { }", "[Rom.RomModel] public partial class User { }")]
    [TestCase("public partial class User { }", "[Rom.RomModel] public partial class User { }", "[Rom.RomModel] public partial class User { }")]
    [TestCase("[Rom.RomModel, Rom.RomModel] public partial class User { }")]
    public void A_repeated_attribute_is_one_model_and_the_compiler_says_why(params string[] files)
    {
        GeneratedCode code = GeneratorHarness.Run(files);

        Assert.That(code.HintNames, Has.Count.EqualTo(1));
        Assert.That(code.Complaints, Has.Count.EqualTo(1).And.All.Contains("CS0579"));
        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
    }

    [Test]
    public void A_runtime_of_another_contract_does_not_compile()
    {
        GeneratedCode code = GeneratorHarness.Run("[Rom.RomModel] public partial class User { }");

        Assert.That(code.Text, Does.Contain("= global::Rom.CompilerServices.GeneratorContract.V1;"));
    }
}
