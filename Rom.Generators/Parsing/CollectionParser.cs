using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The collections of a model: partial properties for the entities of another that refer to this one.</summary>
internal static class CollectionParser
{
    public static bool IsCollection(ITypeSymbol type) => type is INamedTypeSymbol { Name: "RefCollection", Arity: 1 } && Namespaces.IsRom(type);

    public static IReadOnlyList<CollectionSpec> Parse(INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics)
    {
        List<CollectionSpec> collections = [];
        foreach (IPropertySymbol property in PartialProperties.Of(type))
        {
            AttributeData? attribute = PartialProperties.Attribute(property, AttributeNames.Collection);
            if (attribute is null && !IsCollection(property.Type)) continue;
            if (Flaw(property, attribute, type) is { } flaw)
            {
                if (attribute is null) diagnostics.Report(DiagnosticDescriptors.UnusableCollection, property, property.ContainingType.Name, property.Name, flaw);
                else diagnostics.Report(DiagnosticDescriptors.UnusableCollection, attribute, property, property.ContainingType.Name, property.Name, flaw);
            }
            else if (Reference(property, attribute!, type, diagnostics) is { } reference
                && PartialProperties.CheckLanguage(property, attribute!, compilation, diagnostics))
            {
                collections.Add(Collection(property, reference));
            }
        }

        return collections;
    }

    private static CollectionSpec Collection(IPropertySymbol property, IPropertySymbol reference) => new()
    {
        Identifier = Identifiers.Escape(property.Name),
        Modifiers = PartialProperties.Modifiers(property),
        TypeName = Identifiers.Qualified(property.Type),
        Reference = reference.Name,
    };

    private static string? Flaw(IPropertySymbol property, AttributeData? attribute, INamedTypeSymbol type)
    {
        if (!IsCollection(property.Type)) return "its type is no RefCollection; write 'public partial RefCollection<Post> Posts { get; }'";
        if (attribute is null) return "it does not say by which reference; write [Collection(nameof(Post.Author))] before it, and make it partial";
        return PartialProperties.Flaw(property, type);
    }

    /// <summary>The property of the other model that refers to this one.</summary>
    private static IPropertySymbol? Reference(IPropertySymbol property, AttributeData attribute, INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        ITypeSymbol other = ((INamedTypeSymbol)property.Type).TypeArguments[0];
        string? name = attribute.ConstructorArguments.FirstOrDefault().Value as string;
        if (other is not INamedTypeSymbol target || !AttributeNames.IsModel(target))
            return Refuse($"'{other.Name}' is no model; mark it [RomModel]");
        IPropertySymbol[] references = [.. TypeHierarchy.DerivedFirst(target).SelectMany(one => one.GetMembers().OfType<IPropertySymbol>())
            .Where(one => IsReferenceTo(one, type))];
        if (name is null && references.Length > 1)
        {
            string names = string.Join(" and ", references.Select(one => $"'{one.Name}'"));
            diagnostics.Report(DiagnosticDescriptors.AmbiguousCollection, attribute, property, type.Name, property.Name, target.Name, names, references[0].Name);
            return null;
        }

        if (references.FirstOrDefault(one => name is null || one.Name == name) is { } reference) return reference;
        IPropertySymbol? named = name is null ? null : TypeHierarchy.UserMember(target, name) as IPropertySymbol;
        string remedy = references.Length > 0 ? $"write [Collection(nameof({target.Name}.{references[0].Name}))]" : $"give '{target.Name}' a property of type 'Ref<{type.Name}>'";
        return Refuse(
            name is null ? $"'{target.Name}' has no reference to '{type.Name}'; {remedy}"
            : named is null ? $"'{target.Name}' has no property '{name}'; {remedy}"
            : $"'{target.Name}.{name}' is no column of type 'Ref<{type.Name}>'; {remedy}");

        IPropertySymbol? Refuse(string why)
        {
            diagnostics.Report(DiagnosticDescriptors.CollectionReference, attribute, property, type.Name, property.Name, why);
            return null;
        }
    }

    private static bool IsReferenceTo(IPropertySymbol property, INamedTypeSymbol type) =>
        property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }
        && ReferenceParser.IsReference(property.Type)
        && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)property.Type).TypeArguments[0], type)
        && PropertyAttributes.Read(property).NotStored is null;
}
