using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>Whether a symbol is from one of the two namespaces whose types have a meaning for the parser.</summary>
internal static class Namespaces
{
    public static bool IsRom(ISymbol symbol) => Is(symbol, "Rom");

    public static bool IsSystem(ISymbol symbol) => Is(symbol, "System");

    private static bool Is(ISymbol symbol, string name) =>
        symbol.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true } space && space.Name == name;
}
