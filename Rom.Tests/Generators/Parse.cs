using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Rom.Generators.Diagnostics;
using Rom.Generators.Parsing;
using Rom.Generators.Specs;

namespace Rom.Tests.Generators;

/// <summary>The parser without the generator around it.</summary>
internal static class Parse
{
    /// <summary>The spec of the one model in a file, which compiles but for what Rom has yet to add.</summary>
    public static ModelSpec Model(string file, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile([file], nullable);
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        INamedTypeSymbol type = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Single(AttributeNames.IsModel);
        return ModelParser.Parse(type, compilation, new ModelDiagnostics(null), CancellationToken.None)!;
    }

    /// <summary>The spec of one property of a model.</summary>
    public static ColumnSpec Column(string property, NullableContextOptions nullable = NullableContextOptions.Enable) => Model(
        $$"""
        using System;
        using Rom;
        public enum Kind { A, B }
        [RomModel] public partial class User
        {
            public static readonly DateTime Start = DateTime.UtcNow;
            public static int Next() => 1;
            {{property}}
        }
        """,
        nullable).Columns[1];
}
