using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The indexes that are declared on the class: each one ordered index over several columns.</summary>
internal static class CompositeIndexParser
{
    public static void Parse(INamedTypeSymbol type, IReadOnlyList<ColumnSpec> columns, List<IndexSpec> indexes, ModelDiagnostics diagnostics)
    {
        foreach (AttributeData attribute in TypeHierarchy.Attributes(type).Where(one => AttributeNames.Of(one) == AttributeNames.Index))
        {
            IndexArguments arguments = IndexArguments.Read(attribute);
            if (arguments.Keys is not null) continue;
            if (Obstacle(type, arguments, columns, out int[] ordinals) is { } obstacle)
            {
                diagnostics.Report(DiagnosticDescriptors.UnusableComposite, attribute, type, type.Name, obstacle);
                continue;
            }

            IndexSpec index = new()
            {
                Name = arguments.Name ?? string.Join("+", ordinals.Select(ordinal => columns[ordinal].StoredName)),
                Kind = IndexKind.Ordered,
                Columns = ordinals.ToEquatableArray(),
            };
            if (!indexes.Any(other => other.Name == index.Name || (other.Computed is null && other.Columns.Equals(index.Columns))))
            {
                indexes.Add(index);
                continue;
            }

            diagnostics.Report(
                DiagnosticDescriptors.DuplicateIndex, attribute, type, type.Name, $"the one over {string.Join("+", ordinals.Select(ordinal => columns[ordinal].StoredName))}; remove one of the two");
        }
    }

    private static string? Obstacle(INamedTypeSymbol type, IndexArguments arguments, IReadOnlyList<ColumnSpec> columns, out int[] ordinals)
    {
        string?[] names = arguments.Columns ?? [];
        ordinals = [.. names.Select(name => Ordinal(columns, name))];
        if (names.Length < 2)
            return "it names fewer than two columns; write [Index(nameof(A), nameof(B))] on the class, or [Index] on the one property";
        if (arguments.Prefix) return "Prefix belongs to a FullText index on a property; remove it";
        if (arguments.Suffix || arguments.IgnoreCase || arguments.Tokenizer is not null || arguments.Revision is not null)
            return "Suffix, IgnoreCase, Tokenizer and Revision belong to other indexes; remove them, or compute the key with Keys";
        if (arguments.Name is { } given && StoredNameParser.IndexNameFlaw(given) is { } flaw) return flaw;
        for (int i = 0; i < names.Length; i++)
        {
            if (ordinals[i] < 0) return $"'{names[i]}' is no column of '{type.Name}'; name stored properties, best with nameof";
            if (ordinals[i] == 0) return $"'{names[i]}' is the key, by which equal values are ordered anyway; leave it out";
            if (Array.IndexOf(names, names[i]) < i) return $"'{names[i]}' is named twice; name each column once";
            if (!IndexRules.CanBeOrdered(columns[ordinals[i]].Type))
                return $"'{names[i]}' is of a type without order; name number, date, string or enum columns";
        }

        return null;
    }

    private static int Ordinal(IReadOnlyList<ColumnSpec> columns, string? name)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name) return i;
        }

        return -1;
    }
}
