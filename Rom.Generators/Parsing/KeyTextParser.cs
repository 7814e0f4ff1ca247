using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>The static method that makes the text of a key, where [PrimaryKey] names one.</summary>
internal static class KeyTextParser
{
    /// <summary>The method as source refers to it, or null.</summary>
    public static string? Parse(INamedTypeSymbol type, IReadOnlyList<ColumnCandidate> key, ModelDiagnostics diagnostics)
    {
        (AttributeData Attribute, string Name)[] named = [.. key
            .Select(candidate => candidate.Attributes.PrimaryKey)
            .OfType<AttributeData>()
            .SelectMany(attribute => attribute.NamedArguments
                .Where(argument => argument is { Key: "Text", Value.Value: string })
                .Select(argument => (attribute, (string)argument.Value.Value!)))];
        if (named.Length == 0) return null;
        if (key.Any(candidate => candidate.HasUnknownType)) return null;
        IMethodSymbol[] methods = [.. TypeHierarchy.DerivedFirst(type).SelectMany(one => one.GetMembers(named[0].Name)).OfType<IMethodSymbol>()];
        IMethodSymbol? method = methods.FirstOrDefault(one => Flaw(one, key) is null);
        string? flaw = named.Select(one => one.Name).Distinct().Count() > 1 ? "the parts of the key name different methods; name one, once"
            : methods.Length == 0 ? "there is no method of this name in the model"
            : method is null ? Flaw(methods[0], key)
            : null;
        if (flaw is null) return $"{Identifiers.Qualified(method!.ContainingType)}.{Identifiers.Escape(method.Name)}";
        string parameters = string.Join(", ", key.Select(candidate => $"{candidate.TypeInMessages} {Identifiers.Parameter(candidate.Name)}"));
        diagnostics.Report(DiagnosticDescriptors.UnusableKeyText, named[named.Length - 1].Attribute, type,
            $"{type.Name}.{named[0].Name}", flaw, $"static string {named[0].Name}({parameters})");
        return null;
    }

    private static string? Flaw(IMethodSymbol method, IReadOnlyList<ColumnCandidate> key)
    {
        if (!method.IsStatic) return "it is not static";
        if (method.ReturnType.SpecialType != SpecialType.System_String) return "it does not return a string";
        bool fits = method.Parameters.Length == key.Count && !method.IsGenericMethod
            && method.Parameters.Zip(key, (parameter, part) =>
                parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(parameter.Type, part.Property.Type)).All(same => same);
        if (!fits) return "its parameters are not the properties of the key, in their order and of their types";
        int other = method.Parameters.Zip(key, (parameter, part) => Identifiers.IsParameterOf(part.Name, parameter.Name)).ToList().IndexOf(false);
        return other < 0 ? null : $"its parameter '{method.Parameters[other].Name}' stands where '{key[other].Name}' is passed and is not named like it";
    }
}
