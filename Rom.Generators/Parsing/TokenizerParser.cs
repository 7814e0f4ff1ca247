using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>The type that says what the words of an index are.</summary>
internal static class TokenizerParser
{
    /// <summary>The type as source refers to it; null for the default, and where one was refused.</summary>
    public static string? Parse(IndexArguments arguments, ISymbol owner, ModelDiagnostics diagnostics)
    {
        if (arguments.Tokenizer is not { } type) return null;
        string? why = type switch
        {
            { TypeKind: TypeKind.Error } => "",
            { IsUnboundGenericType: true } => "it is generic; name one with its type arguments",
            { TypeKind: not (TypeKind.Class or TypeKind.Struct) } or { IsStatic: true } => "it is no class or struct that can implement an interface",
            _ when !type.AllInterfaces.Any(one => one.Name == AttributeNames.TextTokenizer && Namespaces.IsRom(one)) => "it does not implement ITextTokenizer",
            _ when !IsAccessible(type) => "generated code cannot reach it; make it internal or public",
            _ => null,
        };
        if (why is null) return Identifiers.Qualified(type);
        if (why.Length == 0) diagnostics.CompilerReports();
        else diagnostics.Report(DiagnosticDescriptors.UnusableTokenizer, arguments.Attribute, owner, type.Name, why);
        return null;
    }

    /// <summary>From a model: its own nested types are, whatever they are declared as, and others when internal or public.</summary>
    private static bool IsAccessible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            if (one.IsFileLocal || one.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected) return false;
        }

        return true;
    }
}
