using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>A property that is stored, with its attributes read once. Holds symbols, so it never leaves the parser.</summary>
internal sealed class ColumnCandidate(IPropertySymbol property, PropertyAttributes attributes, INamedTypeSymbol model, Compilation compilation)
{
    public IPropertySymbol Property { get; } = property;

    public PropertyAttributes Attributes { get; } = attributes;

    public StoredForm Form { get; } = StoredForm.Parse(property, attributes, model);

    /// <summary>Null when the type is not supported.</summary>
    public ScalarSpec? Scalar => Codec is null ? Form.Scalar : ScalarParser.Nested(Codec);

    /// <summary>How a value with parts is written, once it is known that it has them; null for a scalar.</summary>
    public CodecSpec? Codec { get; set; }

    /// <summary>What a collection of scalars holds; null for any other type.</summary>
    public ScalarSpec? Element => Codec is not null && CollectionElements.Of(Property.Type) is { } element ? ScalarParser.Parse(element) : null;

    /// <summary>The class that declares the property: the model or a base of it.</summary>
    public string Model => Property.ContainingType.Name;

    public string Name => Property.Name;

    public string StoredName => Attributes.StoredName ?? Name;

    /// <summary>The class whose setter only an accessor reaches, because it is init-only or private to a base; null where the model can call it.</summary>
    public string? SetterOwner { get; } =
        property.SetMethod!.IsInitOnly || !compilation.IsSymbolAccessibleWithin(property.SetMethod, model, model)
            ? Identifiers.Qualified(property.ContainingType)
            : null;

    /// <summary>
    /// Whether generated code can read and set it. An accessor of a member of a generic class works on .NET 9 and later only.
    /// </summary>
    public bool IsReachable => compilation.IsSymbolAccessibleWithin(Property.GetMethod!, model, model)
        && (SetterOwner is null || !Property.ContainingType.IsGenericType);

    /// <summary>Whether null can be read and written: a reference where nullability is not enabled counts too.</summary>
    public bool IsNullable => Property.Type.IsReferenceType
        ? Property.NullableAnnotation != NullableAnnotation.NotAnnotated
        : ScalarParser.IsNullableValue(Property.Type);

    /// <summary>Whether the compiler reports the type already.</summary>
    public bool HasUnknownType => Property.Type.TypeKind == TypeKind.Error;

    public string TypeInMessages => Property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>Whether a property of a derived class overrides this one.</summary>
    public bool IsOverriddenBy(IPropertySymbol property) => TypeHierarchy.Overrides(property, Property);
}
