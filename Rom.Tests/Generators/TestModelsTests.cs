using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Generators;

/// <summary>
/// The models of the tests and samples, which the build's compiler has compiled already, also compile without a warning with
/// the Roslyn that this project refers to.
/// </summary>
public sealed class TestModelsTests
{
    /// <summary>What a project with implicit usings has.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Rom;
        """;

    private static readonly string[] s_folders = ["Rom.Tests/TestModels", "samples/Aot/Models"];

    [TestCaseSource(nameof(s_folders))]
    public void They_compile(string folder)
    {
        string[] files = [.. Directory.GetFiles(SourceTree.Path(folder), "*.cs").Select(File.ReadAllText)];

        GeneratedCode code = GeneratorHarness.Run(FrameworkGenerators.Run(GeneratorHarness.Compile([.. files, Usings], version: LanguageVersion.Latest)));

        Assert.That(code.HintNames, Has.Count.GreaterThan(2));
        code.AssertCompiles();
    }
}
