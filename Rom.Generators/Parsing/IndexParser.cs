using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The indexes that are declared on a property.</summary>
internal static class IndexParser
{
    public static ColumnIndexes Parse(ColumnCandidate candidate, int ordinal, ModelDiagnostics diagnostics)
    {
        ColumnIndexes indexes = new() { IsUnique = candidate.Attributes.Unique is not null };
        foreach (AttributeData attribute in candidate.Attributes.Indexes)
        {
            IndexArguments arguments = IndexArguments.Read(attribute);
            IndexKind kind = arguments.Kind == IndexKind.Natural ? IndexRules.Natural(candidate.Scalar!) : arguments.Kind;
            if (Check(candidate, attribute, arguments, kind, indexes, diagnostics))
            {
                indexes.Specs.Add(new IndexSpec
                {
                    // The first index has the column's name, so that adding another leaves its keys where they are.
                    Name = indexes.Specs.Count == 0 ? candidate.StoredName : $"{candidate.StoredName}.{kind}",
                    Kind = kind,
                    Columns = new[] { ordinal }.ToEquatableArray(),
                    Prefix = arguments.Prefix,
                });
            }
            else
            {
                indexes.HasErrors = true;
            }
        }

        if (indexes is { Ordered: not null, FullText.Prefix: true })
            diagnostics.Report(DiagnosticDescriptors.AmbiguousStartsWith, candidate.Property, candidate.Model, candidate.Name);
        return indexes;
    }

    /// <summary>A stored name like 'Email.FullText' could name the same index as a second one of 'Email' does.</summary>
    public static void CheckNames(INamedTypeSymbol type, IEnumerable<IndexSpec> indexes, ModelDiagnostics diagnostics)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (IndexSpec index in indexes.Where(index => !taken.Add(index.Name)))
        {
            diagnostics.Report(
                DiagnosticDescriptors.DuplicateIndex, type, type.Name, $"both are stored as '{index.Name}'; give one column another [Column] name");
        }
    }

    /// <summary>The key is found without an index, and cannot have one yet.</summary>
    public static void CheckKey(KeyChoice key, ModelDiagnostics diagnostics)
    {
        if (key.Candidate is not { Attributes.Indexes.Count: > 0 } candidate) return;
        diagnostics.Report(DiagnosticDescriptors.UnusableIndex, candidate.Attributes.Indexes[0], candidate.Property, candidate.Model, candidate.Name,
            "it is the key, which answers == and In by itself; remove [Index], or index another column that holds the same value");
    }

    private static bool Check(
        ColumnCandidate candidate,
        AttributeData attribute,
        IndexArguments arguments,
        IndexKind kind,
        ColumnIndexes before,
        ModelDiagnostics diagnostics)
    {
        if (arguments.Columns is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableComposite, attribute, candidate.Property, $"{candidate.Model}.{candidate.Name}",
                "it is written on a property; move it to the class, or write [Index] to index this property alone");
            return false;
        }

        string? obstacle = IndexRules.Obstacle(candidate.Scalar!, kind, arguments.Prefix, candidate.TypeInMessages);
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
