using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The columns besides the key.</summary>
internal static class ColumnParser
{
    /// <summary>Reports a type that cannot be stored.</summary>
    public static bool CheckType(ColumnCandidate candidate, NestedParser nested, ModelDiagnostics diagnostics)
    {
        if (candidate.Form.IsRefused) candidate.Form.Report(candidate, diagnostics);
        else if (candidate.Scalar is null && ReferenceParser.IsReference(candidate.Property.Type))
            diagnostics.Report(DiagnosticDescriptors.NoModelToReferTo, candidate.Property, candidate.Model, candidate.Name, candidate.TypeInMessages);
        else if (candidate.Scalar is null || candidate.Attributes.Json is not null) candidate.Codec = nested.ParseColumn(candidate);
        return candidate.Scalar is not null;
    }

    public static ColumnSpec Parse(
        ColumnCandidate candidate, ColumnIndexes indexes, Compilation compilation, ModelDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        bool nullable = candidate.IsNullable;
        ScalarSpec scalar = candidate.Scalar!;
        InitializerKind initializer = InitializerParser.Parse(candidate.Property, compilation, cancellationToken);
        if (initializer == InitializerKind.NotConstant)
        {
            diagnostics.Report(DiagnosticDescriptors.InitializerNotConstant, candidate.Property,
                candidate.Model, candidate.Name, nullable ? "reads as null" : "throws MissingValueException; a constant initializer would stand in");
        }

        return new ColumnSpec
        {
            Name = candidate.Name,
            Identifier = Identifiers.Escape(candidate.Name),
            StoredName = candidate.StoredName,
            Type = scalar,
            Codec = candidate.Codec,
            Element = candidate.Element,
            IsNullable = nullable,
            KeepsInitialValue = initializer == InitializerKind.Constant
                || (initializer == InitializerKind.None && !nullable && scalar.IsValueType && !candidate.Property.IsRequired),
            StoresNull = nullable && initializer != InitializerKind.None,
            SetterOwner = candidate.SetterOwner,
            HasPublicSetter = candidate.Property.SetMethod is { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public },
            IsOrderable = indexes.Ordered is not null || indexes.HasErrors,
            IndexSummary = indexes.Summary,
            Operators = OperatorParser.OfColumn(candidate, indexes).ToEquatableArray(),
        };
    }
}
