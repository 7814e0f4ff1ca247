using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Rom.Generators.Parsing;

namespace Rom.Generators.Diagnostics;

/// <summary>The models of one compilation by what begins their keys, to find two that would share rows.</summary>
internal sealed class StoredNames
{
    private readonly ConcurrentBag<(string Name, string? Group, INamedTypeSymbol Type)> _models = [];

    public void Add(INamedTypeSymbol type)
    {
        (string name, string? group) = StoredNameParser.Model(type, new ModelDiagnostics(null));
        _models.Add((name, group, type));
    }

    /// <summary>Every model but the first of each name, in the order of their full names, so that builds agree.</summary>
    public void ReportClashes(Action<Diagnostic> report)
    {
        foreach (var same in _models.GroupBy(model => (model.Name, model.Group)))
        {
            INamedTypeSymbol[] types = [.. same.Select(model => model.Type).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)];
            string group = same.Key.Group is { } name ? $" in the group '{name}'" : "";
            foreach (INamedTypeSymbol type in types.Skip(1))
            {
                report(Diagnostic.Create(DiagnosticDescriptors.SameStoredName, SourceSymbols.Location(type),
                    type.ToDisplayString(), types[0].ToDisplayString(), same.Key.Name, group));
            }
        }
    }
}
