using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The indexes that are declared on a property.</summary>
internal static class IndexParser
{
    /// <summary>The key's place in the row.</summary>
    private const int KeyOrdinal = 0;

    /// <summary>Those of the key that is a column itself. They come first, so that their entries do.</summary>
    public static ColumnIndexes OfKey(KeyChoice key, ModelDiagnostics diagnostics)
    {
        if (key.Candidate is not { } candidate) return new ColumnIndexes { IsUnique = false };
        foreach (AttributeData attribute in candidate.Attributes.Indexes.Where(attribute => IndexArguments.Read(attribute).Keys is not null))
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableIndex, attribute, candidate.Property, candidate.Model, candidate.Name,
                "Keys computes from columns and this is the key; write it on one of those columns, or on the class");
        }

        return Parse(candidate, KeyOrdinal, diagnostics);
    }

    public static ColumnIndexes Parse(ColumnCandidate candidate, int ordinal, ModelDiagnostics diagnostics)
    {
        AttributeData? unique = candidate.Attributes.Unique;
        ColumnIndexes indexes = new() { IsUnique = unique is not null, UniqueIgnoresCase = unique is not null && IndexArguments.Read(unique).IgnoreCase };
        if (candidate.Scalar!.Reference is not null) AddReference(candidate, ordinal, indexes);
        foreach (AttributeData attribute in candidate.Attributes.Indexes)
        {
            IndexArguments arguments = IndexArguments.Read(attribute);
            if (arguments.Keys is not null) continue;
            IndexKind kind = arguments.Kind != IndexKind.Natural ? arguments.Kind
                : candidate.Element is not null ? IndexKind.Exact
                : IndexRules.Natural(candidate.Scalar!);
            if (Check(candidate, attribute, arguments, kind, ordinal == KeyOrdinal, indexes, diagnostics))
            {
                indexes.Specs.Add(new IndexSpec
                {
                    // The first index has the column's name, so that adding another leaves its keys where they are.
                    Name = arguments.Name ?? (indexes.Specs.Count == 0 ? candidate.StoredName : $"{candidate.StoredName}.{kind}"),
                    Kind = kind,
                    Columns = new[] { ordinal }.ToEquatableArray(),
                    Prefix = arguments.Prefix,
                    Suffix = arguments.Suffix,
                    IgnoreCase = arguments.IgnoreCase,
                    Tokenizer = TokenizerParser.Parse(arguments, candidate.Property, diagnostics),
                    Computed = candidate.Element is { } element ? Elements(candidate, ordinal, kind, element) : null,
                });
            }
            else
            {
                indexes.HasErrors = true;
            }
        }

        if (indexes is { Ordered: not null, FullText.Prefix: true })
            diagnostics.Report(DiagnosticDescriptors.AmbiguousStartsWith, candidate.Property, candidate.Model, candidate.Name, "StartsWith", "Prefix");
        if (indexes is { Ordered.Suffix: true, FullText.Suffix: true })
            diagnostics.Report(DiagnosticDescriptors.AmbiguousStartsWith, candidate.Property, candidate.Model, candidate.Name, "EndsWith", "Suffix");
        CheckCase(candidate, indexes, diagnostics);
        return indexes;
    }

    private static ComputedSpec Elements(ColumnCandidate candidate, int ordinal, IndexKind kind, ScalarSpec element) => new()
    {
        IsElements = true,
        Call = "",
        Method = candidate.Name,
        KeysName = Emitting.GeneratedNames.KeysOf($"{candidate.Name}{kind}"),
        Inputs = new[] { new ComputedInputSpec { Column = ordinal, NeedsValue = true } }.ToEquatableArray(),
        Several = true,
        Presence = CollectionElements.Presence(candidate.Property.Type),
        Revision = 1,
        Column = new ColumnSpec
        {
            Name = candidate.Name, Identifier = Identifiers.Escape(candidate.Name), StoredName = candidate.StoredName, Type = element, IsNullable = true,
            KeepsInitialValue = false, StoresNull = false, SetterOwner = null, IsOrderable = false, IndexSummary = "",
            Operators = Array.Empty<OperatorSpec>().ToEquatableArray(),
        },
    };

    /// <summary>A reference is always indexed by its key; an attribute that says so too is no second index.</summary>
    private static void AddReference(ColumnCandidate candidate, int ordinal, ColumnIndexes indexes)
    {
        IndexKind natural = IndexRules.Natural(candidate.Scalar!);
        bool declared = candidate.Attributes.Indexes.Select(IndexArguments.Read)
            .Any(arguments => arguments.Columns is null && (arguments.Kind == natural || arguments.Kind == IndexKind.Natural));
        if (declared) return;
        indexes.Specs.Add(new IndexSpec
        {
            Name = candidate.StoredName, Kind = natural, Columns = new[] { ordinal }.ToEquatableArray(), Prefix = false,
        });
    }

    /// <summary>A stored name like 'Email.FullText' could name the same index as a second one of 'Email' does.</summary>
    public static void CheckNames(
        INamedTypeSymbol type, KeyChoice key, IReadOnlyList<ColumnCandidate> stored, IEnumerable<IndexSpec> indexes, ModelDiagnostics diagnostics)
    {
        ColumnCandidate[] columns = key.Candidate is { } candidate ? [candidate, .. stored] : [.. stored];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (IndexSpec index in indexes.Where(index => !taken.Add(index.Name)))
        {
            AttributeData? named = columns.SelectMany(column => column.Attributes.Indexes).Concat(TypeHierarchy.Attributes(type))
                .LastOrDefault(attribute => AttributeNames.Of(attribute) == AttributeNames.Index && IndexArguments.Read(attribute).Name == index.Name);
            IPropertySymbol property = (index.Columns[0] == KeyOrdinal ? key.Candidate! : stored[index.Columns[0] - 1]).Property;
            string why = $"two are stored as '{index.Name}'; give one of them another name with Name = \"...\"";
            if (named is null) diagnostics.Report(DiagnosticDescriptors.DuplicateIndex, property, type, type.Name, why);
            else diagnostics.Report(DiagnosticDescriptors.DuplicateIndex, named, property, type.Name, why);
        }
    }

    /// <summary>One column compares in one way. Words are another matter: their tokenizer decides.</summary>
    private static void CheckCase(ColumnCandidate candidate, ColumnIndexes indexes, ModelDiagnostics diagnostics)
    {
        bool[] rules =
        [
            .. indexes.IsUnique ? (bool[])[indexes.UniqueIgnoresCase] : [],
            .. indexes.Specs.Where(index => index.Kind != IndexKind.FullText).Select(index => index.IgnoreCase),
        ];
        if (rules.Distinct().Count() > 1) diagnostics.Report(DiagnosticDescriptors.MixedCase, candidate.Property, candidate.Model, candidate.Name);
    }

    private static bool Check(
        ColumnCandidate candidate,
        AttributeData attribute,
        IndexArguments arguments,
        IndexKind kind,
        bool isKey,
        ColumnIndexes before,
        ModelDiagnostics diagnostics)
    {
        if (arguments.Columns is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableComposite, attribute, candidate.Property, $"{candidate.Model}.{candidate.Name}",
                "it is written on a property; move it to the class, or write [Index] to index this property alone");
            return false;
        }

        string? obstacle = (isKey ? IndexRules.KeyObstacle(candidate.Scalar!, kind, arguments) : null) ?? (candidate.Element is { } element
                ? IndexRules.ElementObstacle(element, kind, arguments, before, candidate.TypeInMessages)
                : IndexRules.Obstacle(candidate.Scalar!, kind, arguments, candidate.TypeInMessages))
            ?? (arguments.Revision is not null ? "Revision belongs to an index with Keys; remove it" : null)
            ?? (arguments.Name is { } name ? StoredNameParser.IndexNameFlaw(name) : null);
        if (obstacle is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableIndex, attribute, candidate.Property, candidate.Model, candidate.Name, obstacle);
            return false;
        }

        if (before.Of(kind) is null) return true;
        diagnostics.Report(DiagnosticDescriptors.DuplicateIndex, attribute, candidate.Property, $"{candidate.Model}.{candidate.Name}",
            arguments.Kind == IndexKind.Natural ? $"[Index] means IndexKind.{kind} on this type; remove one of the two" : "remove one of the two");
        return false;
    }
}
