using System.Reflection;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Rom.Tests.Packages;

/// <summary>
/// The analyzers load in the oldest compiler that is supported, that of SDK 9.0.300: they refer to nothing newer and to no assembly
/// that it lacks. That they work in the newest is tested in Rom.Tests.NewestRoslyn.
/// </summary>
public class RoslynTests
{
    private static readonly Dictionary<string, Version> s_compiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
    };

    /// <summary>What editors have beside the compiler, and only code fixes may use.</summary>
    private static readonly Dictionary<string, Version> s_editor = new(s_compiler)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 14, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
    };

    [Test]
    public void The_generator_refers_to_what_the_oldest_compiler_has() =>
        Assert.That(NotIn(s_compiler, typeof(Rom.Generators.RomModelGenerator).Assembly.GetReferencedAssemblies()), Is.Empty);

    [Test]
    public void The_code_fixes_refer_to_what_the_oldest_editor_has() =>
        Assert.That(NotIn(s_editor, typeof(Rom.CodeFixes.AddIndexFix).Assembly.GetReferencedAssemblies()), Is.Empty);

    [Test]
    public void A_newer_or_further_assembly_is_seen() => Assert.That(
        NotIn(s_compiler, [new("Microsoft.CodeAnalysis, Version=5.0.0.0"), new("System.Text.Json, Version=8.0.0.0"), new("netstandard, Version=2.0.0.0")]),
        Is.EqualTo(new[] { "Microsoft.CodeAnalysis 5.0.0.0", "System.Text.Json 8.0.0.0" }));

    [Test]
    public void The_tests_run_the_oldest_compiler() => Assert.That(typeof(Compilation).Assembly.GetName().Version, Is.EqualTo(s_compiler["Microsoft.CodeAnalysis"]));

    private static IEnumerable<string> NotIn(Dictionary<string, Version> known, AssemblyName[] references) => references
        .Where(reference => !known.TryGetValue(reference.Name!, out Version? version) || reference.Version > version)
        .Select(reference => $"{reference.Name} {reference.Version}");
}
