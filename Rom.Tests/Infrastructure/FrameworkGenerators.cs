using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Rom.Tests.Infrastructure;

/// <summary>The generators that every project has from the framework's reference pack; of System.Text.Json, for contexts in the documentation.</summary>
internal static class FrameworkGenerators
{
    public static IReadOnlyList<ISourceGenerator> All { get; } = Load();

    /// <summary>A compilation with what they add to it.</summary>
    public static CSharpCompilation Run(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create(All, parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation completed, out _);
        return (CSharpCompilation)completed;
    }

    private static ISourceGenerator[] Load()
    {
        // dotnet/shared/Microsoft.NETCore.App/10.0.0 and dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string generator = Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Last();
        return [.. new AnalyzerFileReference(generator, new Loader()).GetGenerators(LanguageNames.CSharp)];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
