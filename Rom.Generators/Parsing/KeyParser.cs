using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The primary key: the properties marked so, or one named Id, or one that the generator declares.</summary>
internal static class KeyParser
{
    public const string DefaultName = "Id";

    /// <summary>The field of a key's text beside its properties: no column and no derived field (<c>:Name</c>) can be stored under it.</summary>
    private const string HiddenStoredName = "::key";

    public static KeyChoice Choose(INamedTypeSymbol type, IReadOnlyList<ColumnCandidate> candidates, ModelDiagnostics diagnostics)
    {
        ColumnCandidate[] marked = [.. candidates.Where(candidate => candidate.Attributes.PrimaryKey is not null)];
        if (marked.Length == 0 && candidates.FirstOrDefault(candidate => candidate.Name == DefaultName) is { } id) marked = [id];
        if (marked.Length == 0) return Declared(type, diagnostics);
        string? text = KeyTextParser.Parse(type, marked, diagnostics);
        bool hidden = marked.Length > 1 || text is not null;
        ColumnCandidate[] rejected = [.. marked.Where(candidate => !Check(type, candidate, hidden, diagnostics))];
        return rejected.Length > 0
            ? new KeyChoice([], GeneratedNames.SubstituteKey, rejected: rejected)
            : new KeyChoice(marked, string.Join(", ", marked.Select(candidate => candidate.Name)), text);
    }

    public static ColumnSpec Column(KeyChoice key, ColumnIndexes indexes)
    {
        ScalarSpec scalar = key.IsHidden ? ScalarParser.String : key.Candidate?.Scalar ?? ScalarParser.Long;
        return new ColumnSpec
        {
            Name = key.Name,
            Identifier = Identifiers.Escape(key.Name),
            StoredName = key.IsHidden ? HiddenStoredName : key.Candidate?.StoredName ?? key.Name,
            Type = scalar,
            IsNullable = false,
            KeepsInitialValue = false,
            StoresNull = false,
            SetterOwner = key.Candidate?.SetterOwner,
            IsOrderable = indexes.Ordered is not null || indexes.HasErrors,
            IndexSummary = indexes.Specs.Count == 0 ? "the primary key" : $"the primary key, {indexes.Summary}",
            Operators = OperatorParser.OfKey(scalar, indexes, key.IsDeclaredByRom).ToEquatableArray(),
        };
    }

    /// <summary>The properties of a key that is stored beside them.</summary>
    public static IEnumerable<KeyPartSpec> Parts(KeyChoice key, IReadOnlyList<ColumnSpec> columns)
    {
        if (!key.IsHidden) yield break;
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int i = 0; i < key.Parts.Count; i++)
        {
            string name = key.Parts[i].Name;
            string parameter = Identifiers.Parameter(name, GeneratedNames.Context, GeneratedNames.CancellationToken);
            yield return new KeyPartSpec
            {
                Column = Enumerable.Range(1, columns.Count - 1).First(ordinal => columns[ordinal].Name == name),
                ElementName = CanBeElement(name) ? Identifiers.Escape(name) : null,
                ParameterName = taken.Add(parameter) ? parameter : $"part{i + 1}",
            };
        }
    }

    public static KeyType TypeOf(ColumnSpec key) => TypeOf(key.Type) ?? throw new InvalidOperationException($"{key.Name} is no key.");

    private static bool Check(INamedTypeSymbol type, ColumnCandidate key, bool hidden, ModelDiagnostics diagnostics)
    {
        if (key.HasUnknownType)
        {
            diagnostics.CompilerReports();
            return false;
        }

        if (key.Attributes.Argument("Converter") is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableConverter, key.Attributes.Column!, key.Property, type.Name, key.Name,
                "it is the key, whose text is a part of names; remove the converter");
            return false;
        }

        bool typeIsUsable = key.Scalar is { } scalar && (hidden ? CanBePart(scalar) : TypeOf(scalar) is not null);
        if (typeIsUsable && IsNeverNull(key)) return true;
        DiagnosticDescriptor descriptor = hidden ? DiagnosticDescriptors.UnusableKeyPart : DiagnosticDescriptors.UnusableKeyType;
        string remedy = typeIsUsable ? $"it may be null, which a key cannot; write '{key.TypeInMessages.TrimEnd('?')}'; " : "";
        diagnostics.Report(descriptor, key.Property, type, type.Name, key.Name, key.TypeInMessages, remedy);
        return false;
    }

    private static KeyType? TypeOf(ScalarSpec scalar) => scalar switch
    {
        { IsEnum: true } => null,
        { Kind: ScalarKind.String } => KeyType.Text,
        { Kind: ScalarKind.Guid } => KeyType.Guid,
        { Kind: ScalarKind.Integer, TypeName: "long" } => KeyType.Int64,
        { Kind: ScalarKind.Integer, TypeName: "int" } => KeyType.Int32,
        _ => null,
    };

    /// <summary>Types whose values are equal just when their texts are: not decimals (1.5 and 1.50), not instants with offsets.</summary>
    private static bool CanBePart(ScalarSpec scalar) => scalar.Kind is ScalarKind.String or ScalarKind.Boolean or ScalarKind.Character
        or ScalarKind.Integer or ScalarKind.Guid or ScalarKind.Clock or ScalarKind.Duration;

    /// <summary>Where nullability is not enabled, a string says nothing about null and may be a key.</summary>
    private static bool IsNeverNull(ColumnCandidate key) =>
        key.Property.Type.IsReferenceType ? key.Property.NullableAnnotation != NullableAnnotation.Annotated : !key.IsNullable;

    private static bool CanBeElement(string name) =>
        !name.StartsWith("Item", StringComparison.Ordinal)
        && name is not ("Rest" or "CompareTo" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString");

    private static KeyChoice Declared(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        if (TypeHierarchy.UserMember(type, DefaultName) is not { } member) return new KeyChoice([], DefaultName);
        diagnostics.Report(DiagnosticDescriptors.NameClash, member, $"{member.ContainingType.Name}.{DefaultName}", "the key",
            "write it as 'public long Id { get; private set; }' to make it the key, mark another property [PrimaryKey], or give it another name");
        return new KeyChoice([], GeneratedNames.SubstituteKey);
    }
}
