using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;

namespace Rom.Generators.Parsing;

/// <summary>Finds methods that are named like a hook and that Rom would never call.</summary>
internal static class HookParser
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

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

    /// <summary>
    /// Declarations of partial methods that are named like a hook, are none, and have a body only: without one the compiler would report its own error of them and
    /// stop before it reports any of Rom's, of any model.
    /// </summary>
    public static IEnumerable<string> Undeclared(INamedTypeSymbol type) => GeneratedNames.Hooks
        .SelectMany(hook => type.GetMembers(hook)).OfType<IMethodSymbol>()
        .Where(method => method is { IsPartialDefinition: false, IsGenericMethod: false } && Flaw(method, type) is not null)
        .SelectMany(Declaration);

    private static IEnumerable<string> Declaration(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax || !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)) yield break;
        IEnumerable<string> modifiers = syntax.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(modifier => modifier.Text);
        yield return $"{string.Join(" ", modifiers)} {method.ToDisplayString(Signature)};";
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
