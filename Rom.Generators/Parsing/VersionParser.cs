using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The column that every write to a row raises.</summary>
internal static class VersionParser
{
    private const string IsKey = "it is the key, which never changes; mark another property";

    /// <summary>The ordinal of the version's column; 0 where the model has none.</summary>
    public static int Parse(IReadOnlyList<ColumnCandidate> columns, IReadOnlyList<IndexSpec> indexes, IReadOnlyList<UniqueSpec> uniques, ModelDiagnostics diagnostics)
    {
        int version = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            ColumnCandidate column = columns[i];
            if (column.Attributes.Version is not { } attribute) continue;
            bool second = columns.Take(i).Any(other => other.Attributes.Version is not null);
            if (Flaw(column, i + 1, second, indexes, uniques) is not { } why) version = i + 1;
            else diagnostics.Report(DiagnosticDescriptors.UnusableVersion, attribute, column.Property, column.Model, column.Name, why);
        }

        return version;
    }

    public static void CheckKey(KeyChoice key, ModelDiagnostics diagnostics)
    {
        if (key.Candidate is not { Attributes.Version: { } attribute } candidate) return;
        diagnostics.Report(DiagnosticDescriptors.UnusableVersion, attribute, candidate.Property, candidate.Model, candidate.Name, IsKey);
    }

    private static string? Flaw(ColumnCandidate column, int ordinal, bool second, IReadOnlyList<IndexSpec> indexes, IReadOnlyList<UniqueSpec> uniques)
    {
        if (second) return "the model has another; keep one";
        if (column.Scalar is not { TypeName: "long" } || column.IsNullable) return "its type is not long; write 'public long Version { get; private set; }'";
        if (column.Attributes.PrimaryKey is not null) return IsKey;
        return indexes.Any(index => index.Columns.Contains(ordinal)) || uniques.Any(unique => unique.Columns.Contains(ordinal))
            ? "the store sets it, so it cannot be in an index or unique; remove those"
            : null;
    }
}
