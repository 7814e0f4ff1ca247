using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>A property that is stored, with its attributes read once. Holds symbols, so it never leaves the parser.</summary>
internal sealed class ColumnCandidate(IPropertySymbol property, PropertyAttributes attributes)
{
    public IPropertySymbol Property { get; } = property;

    public PropertyAttributes Attributes { get; } = attributes;

    /// <summary>Null when the type is not supported.</summary>
    public ScalarSpec? Scalar { get; } = ScalarParser.Parse(property.Type);

    public string Model => Property.ContainingType.Name;

    public string Name => Property.Name;

    public string StoredName => Attributes.StoredName ?? Name;

    public bool IsInitOnly => Property.SetMethod!.IsInitOnly;

    /// <summary>Whether null can be read and written: a reference where nullability is not enabled counts too.</summary>
    public bool IsNullable => Property.Type.IsReferenceType
        ? Property.NullableAnnotation != NullableAnnotation.NotAnnotated
        : ScalarParser.IsNullableValue(Property.Type);

    /// <summary>Whether the compiler reports the type already.</summary>
    public bool HasUnknownType => Property.Type.TypeKind == TypeKind.Error;

    public string TypeInMessages => Property.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
