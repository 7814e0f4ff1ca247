using System.Reflection;
using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Rom.Generators.Diagnostics;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Generators;

/// <summary>Each diagnostic has its descriptor, its release line, its page and its tests.</summary>
public sealed class CompletenessTests
{
    private static IEnumerable<DiagnosticDescriptor> Descriptors => typeof(DiagnosticDescriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(one => one.GetValue(null))
        .OfType<DiagnosticDescriptor>();

    [Test]
    public void One_analyzer_supports_each_descriptor() =>
        Assert.That(GeneratorHarness.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics), Is.EquivalentTo(Descriptors));

    [Test]
    public void Ids_are_unique_and_in_order() =>
        Assert.That(Descriptors.Select(descriptor => descriptor.Id), Is.Ordered.And.Unique);

    [TestCaseSource(nameof(Descriptors))]
    public void It_has_a_release_line(DiagnosticDescriptor descriptor)
    {
        string lines = File.ReadAllText(SourceTree.Path("Rom.Generators", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(SourceTree.Path("Rom.Generators", "AnalyzerReleases.Shipped.md"));

        Assert.That(lines, Does.Contain($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"));
    }

    [TestCaseSource(nameof(Descriptors))]
    public void It_has_a_page_with_its_title_a_cause_and_the_right_code(DiagnosticDescriptor descriptor)
    {
        string page = File.ReadAllText(SourceTree.Path("docs", "diagnostics", descriptor.Id + ".md"));

        Assert.That(page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n"));
        Assert.That(page, Does.Contain("## Cause").And.Contain("## Wrong").And.Contain("## Right"));
        Assert.That(descriptor.HelpLinkUri, Does.EndWith($"docs/diagnostics/{descriptor.Id}.md"));
    }

    [TestCaseSource(nameof(Descriptors))]
    public void It_has_tests_for_both_directions(DiagnosticDescriptor descriptor)
    {
        Type? tests = GetType().Assembly.GetType($"{GetType().Namespace}.{descriptor.Id}Tests");
        IEnumerable<string> names = (tests?.GetMethods() ?? []).Select(method => method.Name);

        Assert.That(names, Has.Some.StartsWith("Reported"));
        Assert.That(names, Has.Some.StartsWith("Not_reported"));
    }

    [Test]
    public void The_index_of_the_pages_counts_and_lists_them()
    {
        string index = File.ReadAllText(SourceTree.Path("docs", "diagnostics", "README.md"));

        Assert.That(index, Does.Contain($"{Descriptors.Count()} rules"));
        Assert.That(index.Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)), Is.EqualTo(Descriptors.Select(one =>
            $"| [{one.Id}]({one.Id}.md) | {SeverityOf(one)} | {one.Title} |")));
    }

    private static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "information",
    };

    [Test]
    public void No_page_is_left_over() => Assert.That(
        Directory.GetFiles(SourceTree.Path("docs", "diagnostics"), "ROM*.md").Select(Path.GetFileNameWithoutExtension),
        Is.EquivalentTo(Descriptors.Select(descriptor => descriptor.Id)));
}
