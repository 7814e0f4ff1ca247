using System.Globalization;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The packages of Rom do not belong together.</summary>
public sealed class ROM020Tests
{
    private const string Model = "[Rom.RomModel] public partial class User { }";

    private static readonly string s_own = typeof(Rom.Generators.RomModelGenerator).Assembly.GetName().Version!.ToString(3);

    [Test]
    public void Reported_with_an_older_runtime() => Reported([0], "this project's Rom.Runtime 7.8.9 is older and has V0");

    [Test]
    public void Reported_with_a_newer_runtime() => Reported([2, 3], "this project's Rom.Runtime 7.8.9 is newer and has V2, V3");

    [TestCase(true)]
    [TestCase(false)]
    public void Reported_with_a_runtime_that_has_no_contract(bool noClass) =>
        Reported(noClass ? null : [], "this project's Rom.Runtime 7.8.9 is older and has no contract");

    [TestCase("[Rom.RomModel]")]
    [TestCase("[RomModel]")]
    [TestCase("[RomModelAttribute()]")]
    public void Reported_without_a_runtime(string attribute)
    {
        GeneratedCode code = GeneratorHarness.Run(FakeRuntime.Without(GeneratorHarness.Compile([$"{attribute} public partial class User {{ }}"])));

        AssertReported(code, "this project does not refer to it");
        Assert.That(Errors(code), Is.SubsetOf(new[] { "CS0246" }), "as the compiler says too");
    }

    [Test]
    public void Not_reported_with_a_runtime_that_supports_newer_versions_too()
    {
        GeneratedCode code = GeneratorHarness.Run(FakeRuntime.With(GeneratorHarness.Compile([Model]), 0, 1, 2));

        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
        Assert.That(code.HintNames, Has.Count.EqualTo(1));
    }

    [Test]
    public void Not_reported_with_its_own_runtime() => Rule.NotReported(Model);

    [TestCase("namespace Other { public class RomModelAttribute : System.Attribute { } [RomModel] public class User { } }")]
    [TestCase("[System.Obsolete] public class User { }")]
    public void Not_reported_without_a_runtime_where_no_model_is(string source)
    {
        GeneratedCode code = GeneratorHarness.Run(FakeRuntime.Without(GeneratorHarness.Compile([source])));

        Assert.That(GeneratorHarness.Analyze(code.Output), Is.Empty);
        Assert.That(code.Complaints, Is.Empty);
    }

    /// <summary>One error, and no file that would bring others.</summary>
    private static void Reported(int[]? versions, string message)
    {
        GeneratedCode code = GeneratorHarness.Run(FakeRuntime.With(GeneratorHarness.Compile([Model]), versions));

        AssertReported(code, message);
        Assert.That(code.Complaints, Is.Empty);
    }

    private static void AssertReported(GeneratedCode code, string message)
    {
        Diagnostic[] found = [.. GeneratorHarness.Analyze(code.Output)];
        Assert.That(found.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "ROM020" }));
        Assert.That(found[0].GetMessage(CultureInfo.InvariantCulture), Is.EqualTo(
            $"Rom.Generators {s_own} writes code for contract V1 of Rom.Runtime, but {message}: install the same version of both packages"));
        Assert.That(code.HintNames, Is.Empty);
    }

    private static IEnumerable<string> Errors(GeneratedCode code) => code.Output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct();
}
