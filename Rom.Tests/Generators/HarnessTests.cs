using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The harness's own checks can fail.</summary>
public sealed class HarnessTests
{
    private sealed record Holder(string Name, object Held);

    [Test]
    public void Compiler_objects_are_found_wherever_they_are_held()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(["class C { }"]);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ISymbol symbol = compilation.GetTypeByMetadataName("C")!;
        object[] forbidden = [compilation, tree, tree.GetRoot(), symbol, symbol.Locations[0], compilation.GetSemanticModel(tree)];

        foreach (object one in forbidden)
        {
            Assert.That(CompilerObjects.In([one]), Has.Count.EqualTo(1));
            Assert.That(CompilerObjects.In([new Holder("a", new[] { new Holder("b", one) })]), Has.Count.EqualTo(1));
            Assert.That(CompilerObjects.In([(1, one)]), Has.Count.EqualTo(1));
        }

        Assert.That(CompilerObjects.In([new Holder("a", "b")]), Is.Empty);
    }

    [Test]
    public void Warnings_in_generated_code_would_be_seen()
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(["[Rom.RomModel] public partial class User { }"]);
        GeneratedCode run = GeneratorHarness.Run(compilation);
        SyntaxTree generated = run.Output.SyntaxTrees[^1];
        string undocumented = generated.ToString().Replace("/// <summary>Starts a query.</summary>", "", StringComparison.Ordinal)
            .Replace("<param name=\"context\">", "<param name=\"wrong\">", StringComparison.Ordinal);
        GeneratedCode broken = new(run.Output.ReplaceSyntaxTree(generated, generated.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(undocumented))), default);

        Assert.That(run.Complaints, Is.Empty);
        Assert.That(broken.Complaints, Has.Some.Contains("CS1572"));
    }
}
