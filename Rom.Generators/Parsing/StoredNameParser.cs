using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>The names under which a model and its columns are stored.</summary>
internal static class StoredNameParser
{
    /// <summary>The stored name and the group of a model.</summary>
    public static (string Name, string? Group) Model(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        AttributeData attribute = type.GetAttributes().First(one => AttributeNames.Of(one) == AttributeNames.RomModel);
        string? name = Argument(attribute, "Name");
        string? group = Argument(attribute, "Group");
        Check("The stored name", name);
        Check("The group", group);
        return (name ?? type.Name, group);

        void Check(string what, string? value)
        {
            string? why = value switch
            {
                null => null,
                _ => Flaw(value, "{}:"),
            };
            if (why is not null) diagnostics.Report(DiagnosticDescriptors.UnusableName, attribute, type, what, type.Name, $"'{value}'", why);
        }
    }

    /// <summary>Every column needs a name of its own in the row.</summary>
    public static void CheckColumns(KeyChoice key, IEnumerable<ColumnCandidate> columns, ModelDiagnostics diagnostics)
    {
        Dictionary<string, string> taken = new(StringComparer.Ordinal);
        if (key.IsDeclaredByRom) taken.Add(key.Name, key.Name);
        ColumnCandidate[] all = key.Candidate is { } candidate ? [candidate, .. columns] : [.. columns];
        foreach (ColumnCandidate column in all)
        {
            string? why = taken.TryGetValue(column.StoredName, out string? other)
                ? $"'{other}' is stored under it already; give one of them another name with [Column(\"...\")]"
                : Flaw(column.StoredName, "{}:=#~+");
            taken[column.StoredName] = column.Name;
            if (why is null) continue;
            object[] arguments = ["The stored name", $"{column.Model}.{column.Name}", $"'{column.StoredName}'", why];
            if (column.Attributes.Column is { } attribute) diagnostics.Report(DiagnosticDescriptors.UnusableName, attribute, column.Property, arguments);
            else diagnostics.Report(DiagnosticDescriptors.UnusableName, column.Property, arguments);
        }
    }

    /// <summary>Why an index cannot be stored under a name, or null when it can.</summary>
    public static string? IndexNameFlaw(string name) => Flaw(name, "{}:=#~+") is { } why ? $"its name '{name}' is not usable: {why}" : null;

    private static string? Argument(AttributeData attribute, string name)
    {
        TypedConstant argument = attribute.NamedArguments.FirstOrDefault(one => one.Key == name).Value;
        return argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null;
    }

    /// <param name="name">The name.</param>
    /// <param name="reserved">What Redis keys put around such a name: with one of these inside, two keys could read alike.</param>
    private static string? Flaw(string name, string reserved)
    {
        if (name.Length == 0) return "it is empty; write a name, or leave it out to use the one in the code";
        if (name.FirstOrDefault(c => reserved.IndexOf(c) >= 0) is var found and not '\0')
            return $"'{found}' has a meaning of its own in Redis keys; use letters, digits, '-', '_' or '.'";
        for (int i = 0; i < name.Length; i++)
        {
            if (i + 1 < name.Length && char.IsSurrogatePair(name, i)) i++;
            else if (char.IsSurrogate(name[i])) return "it holds half of a surrogate pair, which is no Unicode text";
        }

        return null;
    }
}
