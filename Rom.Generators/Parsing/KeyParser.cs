using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The primary key: the property marked so, or one named Id, or one that the generator declares.</summary>
internal static class KeyParser
{
    public const string DefaultName = "Id";

    public static KeyChoice Choose(INamedTypeSymbol type, IReadOnlyList<ColumnCandidate> candidates, ModelDiagnostics diagnostics)
    {
        ColumnCandidate[] marked = [.. candidates.Where(candidate => candidate.Attributes.PrimaryKey is not null)];
        if (marked.Length > 1)
        {
            diagnostics.Report(DiagnosticDescriptors.SeveralKeys, marked[1].Attributes.PrimaryKey!, type,
                type.Name, string.Join(", ", marked.Select(candidate => candidate.Name)));
        }

        ColumnCandidate? key = marked.FirstOrDefault() ?? candidates.FirstOrDefault(candidate => candidate.Name == DefaultName);
        if (key is null) return Declared(type, diagnostics);
        if (key.Scalar is { } scalar && TypeOf(scalar) is not null && IsNeverNull(key)) return new KeyChoice(key, key.Name);
        if (key.HasUnknownType) diagnostics.CompilerReports();
        else diagnostics.Report(DiagnosticDescriptors.UnusableKeyType, key.Property, type.Name, key.Name, key.TypeInMessages);
        return new KeyChoice(null, GeneratedNames.SubstituteKey, rejected: key);
    }

    public static ColumnSpec Column(KeyChoice key)
    {
        ScalarSpec scalar = key.Candidate?.Scalar ?? ScalarParser.Long;
        return new ColumnSpec
        {
            Name = key.Name,
            Identifier = Identifiers.Escape(key.Name),
            StoredName = key.Candidate?.StoredName ?? key.Name,
            Type = scalar,
            IsNullable = false,
            KeepsInitialValue = false,
            StoresNull = false,
            SetterOwner = key.Candidate?.SetterOwner,
            IsOrderable = false,
            IndexSummary = "the primary key",
            Operators = OperatorParser.OfKey(scalar).ToEquatableArray(),
        };
    }

    public static KeyType TypeOf(ColumnSpec key) => TypeOf(key.Type) ?? throw new InvalidOperationException($"{key.Name} is no key.");

    private static KeyType? TypeOf(ScalarSpec scalar) => scalar switch
    {
        { IsEnum: true } => null,
        { Kind: ScalarKind.String } => KeyType.Text,
        { Kind: ScalarKind.Guid } => KeyType.Guid,
        { TypeName: "long" } => KeyType.Int64,
        { TypeName: "int" } => KeyType.Int32,
        _ => null,
    };

    /// <summary>Where nullability is not enabled, a string says nothing about null and may be a key.</summary>
    private static bool IsNeverNull(ColumnCandidate key) =>
        key.Property.Type.IsReferenceType ? key.Property.NullableAnnotation != NullableAnnotation.Annotated : !key.IsNullable;

    private static KeyChoice Declared(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        if (TypeHierarchy.UserMember(type, DefaultName) is not { } member) return new KeyChoice(null, DefaultName);
        diagnostics.Report(DiagnosticDescriptors.NameClash, member, $"{member.ContainingType.Name}.{DefaultName}", "the key",
            "write it as 'public long Id { get; private set; }' to make it the key, mark another property [PrimaryKey], or give it another name");
        return new KeyChoice(null, GeneratedNames.SubstituteKey);
    }
}
