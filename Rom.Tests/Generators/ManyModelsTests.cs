using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Rom.Generators;

namespace Rom.Tests.Generators;

/// <summary>In a project of 200 models an edit writes what it changes: the file of one model, or none.</summary>
public sealed class ManyModelsTests
{
    private const int Models = 200;
    private const string Other = "namespace App; public class Other { }";

    private CSharpCompilation _compilation = null!;
    private GeneratorDriver _driver = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        _compilation = GeneratorHarness.Compile([.. Enumerable.Range(0, Models).Select(Model), Other]);
        _driver = GeneratorHarness.Driver(_compilation).RunGenerators(_compilation);
        Assert.That(StepReasons.Emitted(_driver.GetRunResult().Results.Single()), Is.EqualTo(Models));
    }

    [Test]
    public void A_column_more_writes_the_file_of_its_model()
    {
        GeneratorRunResult result = Edit(Models / 2, Model(Models / 2).Replace("{ [Unique]", "{ public int Added { get; set; } [Unique]", StringComparison.Ordinal));

        Assert.That(StepReasons.Emitted(result), Is.EqualTo(1));
        Assert.That(Reasons(result), Is.EquivalentTo(new[] { (IncrementalStepRunReason.Modified, 1), (IncrementalStepRunReason.Cached, Models - 1) }));
    }

    [Test]
    public void A_method_more_in_a_model_writes_nothing() => AssertNothing(
        Edit(Models / 2, Model(Models / 2).Replace("{ [Unique]", "{ public int Twice(int n) => 2 * n; [Unique]", StringComparison.Ordinal)));

    [Test]
    public void Another_file_writes_nothing() => AssertNothing(Edit(Models, Other.Replace("{ }", "{ public int Number; }", StringComparison.Ordinal)));

    private static void AssertNothing(GeneratorRunResult result)
    {
        Assert.That(StepReasons.Emitted(result), Is.Zero);
        Assert.That(Reasons(result).Select(one => one.Reason), Is.SubsetOf(new[] { IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached }));
    }

    private GeneratorRunResult Edit(int file, string text)
    {
        SyntaxTree tree = _compilation.SyntaxTrees[file];
        Assert.That(text, Is.Not.EqualTo(tree.ToString()));
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, GeneratorHarness.ParseOptions(), tree.FilePath);
        return _driver.RunGenerators(_compilation.ReplaceSyntaxTree(tree, edited)).GetRunResult().Results.Single();
    }

    private static IEnumerable<(IncrementalStepRunReason Reason, int Count)> Reasons(GeneratorRunResult result) =>
        result.TrackedSteps[TrackingNames.Models].SelectMany(step => step.Outputs).CountBy(output => output.Reason).Select(group => (group.Key, group.Value));

    private static string Model(int number) => $$"""
        using Rom;
        namespace App;
        [RomModel] public partial class Model{{number}} { [Unique] public string? Code { get; set; } [Index] public int Size { get; set; } }
        """;
}
