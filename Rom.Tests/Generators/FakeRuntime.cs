using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A runtime of other versions of the agreement with the generator, or none.</summary>
internal static class FakeRuntime
{
    /// <summary>A compilation whose runtime is one that supports some versions; null leaves the whole class out.</summary>
    public static CSharpCompilation With(CSharpCompilation compilation, params int[]? versions)
    {
        string contract = versions is null
            ? ""
            : $"namespace Rom.CompilerServices {{ public static class GeneratorContract {{ {string.Concat(versions.Select(version => $"public const int V{version} = {version}; "))}}} }}";
        string source = $$"""
            [assembly: System.Reflection.AssemblyVersion("7.8.9.0")]
            namespace Rom { public sealed class RomModelAttribute : System.Attribute { } }
            {{contract}}
            """;
        CSharpCompilation without = Without(compilation);
        CSharpCompilation runtime = CSharpCompilation.Create(
            "Rom.Runtime", [CSharpSyntaxTree.ParseText(source)], without.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Assert.That(runtime.Emit(image).Diagnostics, Is.Empty);
        return without.AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }

    /// <summary>A compilation without a runtime.</summary>
    public static CSharpCompilation Without(CSharpCompilation compilation) => compilation.RemoveReferences(
        compilation.References.Where(reference => Path.GetFileName(reference.Display) == Path.GetFileName(typeof(RomModelAttribute).Assembly.Location)));
}
