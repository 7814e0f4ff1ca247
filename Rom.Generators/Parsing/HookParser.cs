using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;

namespace Rom.Generators.Parsing;

/// <summary>Finds methods that are named like a hook and that Rom would never call.</summary>
internal static class HookParser
{
    public static bool Any(INamedTypeSymbol type) => GeneratedNames.Hooks.Any(hook => SourceSymbols.UserMember(type, hook) is IMethodSymbol);

    /// <summary>The hooks that are not declared, because a member of the model has the name without being one.</summary>
    public static IEnumerable<string> FindUnreachable(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        foreach (string hook in GeneratedNames.Hooks)
        {
            if (TypeHierarchy.UserMember(type, hook) is not IMethodSymbol method || Flaw(method, type) is not { } why) continue;
            diagnostics.Report(DiagnosticDescriptors.UnreachableHook, method, $"{method.ContainingType.Name}.{hook}", why, hook);
            yield return hook;
        }
    }

    private static string? Flaw(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingType, type)) return "it is a method of a base class";
        if (SourceSymbols.Declarations(method).FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax) return null;
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword)) return "it is not partial";
        if (syntax.ParameterList.Parameters.Count > 0 || syntax.TypeParameterList is not null) return "a hook has no parameters";
        if (!method.ReturnsVoid) return "a hook returns nothing";
        if (syntax.Modifiers.Any(SyntaxKind.AsyncKeyword)) return "a hook is not asynchronous, because nobody would wait for it";
        return syntax.Modifiers.Count > 1 ? "a hook has no modifier but 'partial'" : null;
    }
}
