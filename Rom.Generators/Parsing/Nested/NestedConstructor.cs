using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>
/// The constructor that makes a nested value: of those that the model may call and whose every parameter is a member, the one with the
/// fewest parameters that leaves no member without a way to be set.
/// </summary>
internal static class NestedConstructor
{
    public static bool TryChoose(
        INamedTypeSymbol type, IReadOnlyList<NestedMember> members, NestedParser parser, string path, out IMethodSymbol? constructor)
    {
        IMethodSymbol[] usable = [.. type.InstanceConstructors
            .Where(one => parser.Compilation.IsSymbolAccessibleWithin(one, parser.Model))
            .Where(one => one.Parameters.All(parameter => members.Any(member => Sets(parameter, member))))
            .OrderBy(one => one.Parameters.Length)];
        NestedMember[] stored = [.. members.Where(member => !member.IsComputed || usable.Any(one => ParameterOf(one, member) is not null))];
        constructor = usable.FirstOrDefault(one => Unset(one, stored) is null);
        if (constructor is not null) return true;
        if (usable.Length == 0) parser.Refuse(DiagnosticDescriptors.NoNestedConstructor, path, type.Name);
        else parser.Refuse(DiagnosticDescriptors.UnsettableNestedMember, $"{path}.{Unset(usable[usable.Length - 1], stored)!.Name}", type.Name);
        return false;
    }

    public static IParameterSymbol? ParameterOf(IMethodSymbol constructor, NestedMember member) =>
        constructor.Parameters.FirstOrDefault(parameter => Sets(parameter, member));

    /// <summary>A parameter sets the member of its type that has its name, whatever the case.</summary>
    public static bool Sets(IParameterSymbol parameter, NestedMember member) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);

    private static NestedMember? Unset(IMethodSymbol constructor, IEnumerable<NestedMember> members) => members.FirstOrDefault(member =>
        !member.IsSettable && ParameterOf(constructor, member) is null);
}
