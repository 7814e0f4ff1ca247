using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The uniques of a model.</summary>
internal static class UniqueParser
{
    public static IEnumerable<UniqueSpec> Parse(KeyChoice key, IReadOnlyList<ColumnCandidate> columns, ModelDiagnostics diagnostics)
    {
        if (key.Candidate is { Attributes.Unique: not null } candidate)
            Refuse(candidate, "it is the key, which is unique by itself; remove [Unique]", diagnostics);
        for (int i = 0; i < columns.Count; i++)
        {
            ColumnCandidate column = columns[i];
            if (column.Attributes.Unique is null) continue;
            if (IndexRules.UniqueObstacle(column.Scalar!) is { } obstacle) Refuse(column, obstacle, diagnostics);
            // There is no value to compare one with.
            if (column.Codec is not null) continue;
            yield return new UniqueSpec
            {
                Name = column.StoredName,
                Column = i + 1,
                LookupName = GeneratedNames.Lookup(column.Name),
                ParameterName = Identifiers.Parameter(column.Name, GeneratedNames.Context, GeneratedNames.CancellationToken),
            };
        }
    }

    private static void Refuse(ColumnCandidate column, string why, ModelDiagnostics diagnostics) =>
        diagnostics.Report(DiagnosticDescriptors.UnusableUnique, column.Attributes.Unique!, column.Property, column.Model, column.Name, why);
}
