using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Members of the model that have the name of a generated one.</summary>
internal sealed class NameClashes
{
    private const string Rename = "give it another name; on a column, [Column(\"...\")] keeps the stored one";

    /// <summary>Generated members to leave out, because the model has its own.</summary>
    public List<string> Omitted { get; } = [];

    /// <summary>Whether the clash is with something that the rest of the file needs.</summary>
    public bool PreventEmission { get; private set; }

    public static NameClashes Find(
        INamedTypeSymbol type, IReadOnlyList<ColumnSpec> columns, IReadOnlyList<UniqueSpec> uniques, ModelDiagnostics diagnostics)
    {
        NameClashes clashes = new();
        foreach (string name in GeneratedNames.PublicMembers.Concat(uniques.Select(unique => unique.LookupName)))
        {
            if (Check(type, name, diagnostics)) clashes.Omitted.Add(name);
        }

        foreach (string name in columns.Where(column => column.Type.Reference is not null).Select(column => GeneratedNames.ReferenceKey(column.Name)))
        {
            if (Check(type, name, diagnostics)) clashes.Omitted.Add(name);
        }

        clashes.Omitted.AddRange(HookParser.FindUnreachable(type, diagnostics));
        foreach (string name in GeneratedNames.Hooks)
        {
            if (TypeHierarchy.UserMember(type, name) is not IMethodSymbol && Check(type, name, diagnostics)) clashes.Omitted.Add(name);
        }

        IEnumerable<string> setters = columns.Where(column => column.SetterOwner is not null).Select(column => GeneratedNames.Setter(column.Name));
        IEnumerable<string> names = columns.Where(column => column.Type.Kind == ScalarKind.EnumName).Select(column => GeneratedNames.EnumNames(column.Name));
        foreach (string name in GeneratedNames.Plumbing.Concat(setters).Concat(names))
            clashes.PreventEmission |= Check(type, name, diagnostics);
        foreach (ColumnSpec column in columns)
        {
            string typeName = GeneratedNames.ColumnType(column.Name);
            if (!columns.Any(other => other.Name == typeName)) continue;
            diagnostics.Report(
                DiagnosticDescriptors.NameClash, TypeHierarchy.UserMember(type, typeName)!,
                $"{type.Name}.{typeName}", $"the type of the column '{column.Name}'", Rename);
            clashes.PreventEmission = true;
        }

        return clashes;
    }

    /// <summary>Reports the model's own name or member where it is that of a generated member.</summary>
    private static bool Check(INamedTypeSymbol type, string name, ModelDiagnostics diagnostics)
    {
        if (type.Name == name)
        {
            diagnostics.Report(DiagnosticDescriptors.NameClash, type, name, "a member of that name", Rename);
            return true;
        }

        if (TypeHierarchy.UserMember(type, name) is not { } member) return false;
        diagnostics.Report(DiagnosticDescriptors.NameClash, member, $"{member.ContainingType.Name}.{name}", "a member", Rename);
        return true;
    }
}
