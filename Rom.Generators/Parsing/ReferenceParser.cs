using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Columns of type <c>Ref</c>.</summary>
internal static class ReferenceParser
{
    public static bool IsReference(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Ref", Arity: 1 } && Namespaces.IsRom(type);

    /// <summary>The type of a reference, or null when its target is no model.</summary>
    public static ScalarSpec? Parse(INamedTypeSymbol type)
    {
        if (type.TypeArguments[0] is not INamedTypeSymbol target || !AttributeNames.IsModel(target)) return null;
        string name = Identifiers.Qualified(target);
        ITypeSymbol? key = KeyOf(target, out bool hidden);
        KeyType keyType = hidden ? KeyType.Text : TypeOf(key);
        return new ScalarSpec
        {
            Kind = ScalarKind.Reference,
            TypeName = $"global::Rom.Ref<{name}>",
            Format = $"ReferenceFormat<{name}>",
            IsValueType = false,
            IsEnum = false,
            Reference = new ReferenceSpec { Target = name, Key = keyType, KeyTypeName = hidden ? null : NameOf(keyType) },
        };
    }

    /// <summary>Reports what a reference cannot be.</summary>
    public static void Check(ColumnCandidate candidate, Compilation compilation, ModelDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        if (candidate.Attributes.Reference is not { } attribute) return;
        if (!IsReference(candidate.Property.Type))
        {
            diagnostics.Report(DiagnosticDescriptors.NotAReference, attribute, candidate.Property, candidate.Model, candidate.Name, candidate.TypeInMessages);
            return;
        }

        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList: null or { Arguments.Count: 0 } })
            diagnostics.Report(DiagnosticDescriptors.NoAction, attribute, candidate.Property, candidate.Model, candidate.Name);
        if (attribute.ConstructorArguments.FirstOrDefault() is not { Type.TypeKind: TypeKind.Enum, Value: int and not 0 } argument) return;
        string? action = argument.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, argument.Value))?.Name;
        DiagnosticDescriptor wrong = action switch
        {
            null => DiagnosticDescriptors.NoSuchAction,
            "SetNull" when !candidate.IsNullable => DiagnosticDescriptors.SetNullOnRequired,
            "SetDefault" when InitializerParser.Parse(candidate.Property, compilation, cancellationToken) == InitializerKind.None => DiagnosticDescriptors.SetDefaultWithout,
            "SetDefault" when candidate.Attributes.Unique is not null => DiagnosticDescriptors.SetDefaultOnUnique,
            _ => DiagnosticDescriptors.OnDeleteNotOffered,
        };
        diagnostics.Report(wrong, attribute, candidate.Property, candidate.Model, candidate.Name, action ?? argument.Value.ToString(), candidate.TypeInMessages.TrimEnd('?'));
    }

    /// <summary>The accessibility of a class beside a model that others can have collections of; null where nothing beside it sees the model.</summary>
    public static string? ExtensionAccessibility(INamedTypeSymbol type, IEnumerable<ColumnSpec> columns)
    {
        if (!columns.Any(column => column.Type.Reference is not null)) return null;
        bool isPublic = true;
        for (INamedTypeSymbol? one = type; one is not null; one = one.ContainingType)
        {
            if (one.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return null;
            isPublic &= one.DeclaredAccessibility == Accessibility.Public;
        }

        return isPublic ? "public" : "internal";
    }

    /// <summary>Not by the parser of keys, because two models may refer to each other.</summary>
    private static ITypeSymbol? KeyOf(INamedTypeSymbol target, out bool hidden)
    {
        IPropertySymbol[] properties = [.. TypeHierarchy.DerivedFirst(target).SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>()];
        // An override and what it overrides are one.
        IPropertySymbol[] marked = [.. properties.Where(property => MarkOf(property) is not null && !properties.Any(other => TypeHierarchy.Overrides(other, property) && MarkOf(other) is not null))];
        hidden = marked.Length > 1 || marked.Any(property => MarkOf(property)!.NamedArguments.Any(argument => argument.Key == "Text"));
        return (marked.FirstOrDefault() ?? properties.FirstOrDefault(property => property is { Name: KeyParser.DefaultName, DeclaredAccessibility: Accessibility.Public }))?.Type;
    }

    private static AttributeData? MarkOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(attribute => AttributeNames.Of(attribute) == AttributeNames.PrimaryKey);

    /// <summary>Without a key of its own a model gets a long.</summary>
    private static KeyType TypeOf(ITypeSymbol? type) => type switch
    {
        null or { SpecialType: SpecialType.System_Int64 } => KeyType.Int64,
        { SpecialType: SpecialType.System_Int32 } => KeyType.Int32,
        { Name: "Guid" } => KeyType.Guid,
        _ => KeyType.Text,
    };

    private static string NameOf(KeyType type) => type switch
    {
        KeyType.Int64 => "long",
        KeyType.Int32 => "int",
        KeyType.Guid => "global::System.Guid",
        _ => "string",
    };
}
