using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The uniques of a model: of one column, of several together, and of what a method computes.</summary>
internal sealed class UniqueParser(
    INamedTypeSymbol type, KeyChoice key, IReadOnlyList<ColumnCandidate> stored, IReadOnlyList<ColumnSpec> columns, ModelDiagnostics diagnostics)
{
    private static readonly string[] Taken = [GeneratedNames.Context, GeneratedNames.CancellationToken];

    public IEnumerable<UniqueSpec> Parse(ComputedParser methods)
    {
        if (key.Candidate is { Attributes.Unique: { } attribute } candidate) Refuse(attribute, candidate, "it is the key, which is unique by itself; remove [Unique]");
        List<UniqueSpec> uniques = [];
        for (int i = 0; i < stored.Count; i++)
        {
            if (stored[i].Attributes.Unique is not { } unique) continue;
            UniqueSpec spec = OfColumn(stored[i], i + 1, unique);
            // There is no value to compare one with.
            if (stored[i].Codec is null) uniques.Add(spec);
        }

        IEnumerable<AttributeData> others = stored.SelectMany(column => column.Attributes.ComputedUniques)
            .Concat(TypeHierarchy.Attributes(type).Where(one => AttributeNames.Of(one) == AttributeNames.Unique));
        foreach (AttributeData other in others)
        {
            IndexArguments arguments = IndexArguments.Read(other);
            UniqueSpec? spec = arguments.Keys is null ? OfColumns(arguments) : Computed(arguments, methods);
            if (spec is null) continue;
            if (uniques.Any(one => one.Name == spec.Name))
                diagnostics.Report(DiagnosticDescriptors.UnusableCompositeUnique, other, type, type.Name, $"another unique is stored as '{spec.Name}'; remove one of the two, or name one");
            else if (uniques.FirstOrDefault(one => SaysTheSame(one, spec)) is { } same)
                diagnostics.Report(DiagnosticDescriptors.UnusableCompositeUnique, other, type, type.Name, $"the unique '{same.Name}' is over the same columns; remove one of the two");
            else if (uniques.Any(one => one.LookupName == spec.LookupName))
                diagnostics.Report(DiagnosticDescriptors.SameFinder, other, type, type.Name, spec.LookupName);
            else uniques.Add(spec);
        }

        return uniques;
    }

    private static bool SaysTheSame(UniqueSpec one, UniqueSpec other) =>
        one.Computed is null && other.Computed is null && one.IgnoreCase == other.IgnoreCase && one.Columns.OrderBy(column => column).SequenceEqual(other.Columns.OrderBy(column => column));

    private UniqueSpec OfColumn(ColumnCandidate column, int ordinal, AttributeData attribute)
    {
        IndexArguments arguments = IndexArguments.Read(attribute);
        string? obstacle = arguments.Columns is not null ? "it names columns; move it to the class, or write [Unique] for this property alone"
            : arguments.Revision is not null ? "Revision belongs to a unique with Keys; remove it"
            : IndexRules.UniqueObstacle(column.Scalar!, arguments.IgnoreCase) ?? (arguments.Name is { } name ? StoredNameParser.IndexNameFlaw(name) : null);
        if (obstacle is not null) Refuse(attribute, column, obstacle);
        return new UniqueSpec
        {
            Name = arguments.Name ?? column.StoredName,
            Columns = new[] { ordinal }.ToEquatableArray(),
            IgnoreCase = arguments.IgnoreCase,
            LookupName = GeneratedNames.Lookup(column.Name),
            ParameterNames = new[] { Identifiers.Parameter(column.Name, Taken) }.ToEquatableArray(),
        };
    }

    private UniqueSpec? OfColumns(IndexArguments arguments)
    {
        string?[] names = arguments.Columns ?? [];
        int[] ordinals = [.. names.Select(name => columns.ToList().FindIndex(column => column.Name == name))];
        string? obstacle = arguments.Revision is not null ? "Revision belongs to a unique with Keys; remove it"
            : names.Length < 2 ? "it names fewer than two columns; write [Unique(nameof(A), nameof(B))] on the class, or [Unique] on the one property"
            : names.Select((name, i) => Obstacle(name, ordinals[i], Array.IndexOf(names, name) < i)).FirstOrDefault(why => why is not null)
                ?? (arguments.IgnoreCase && !ordinals.Any(ordinal => columns[ordinal].Type.Kind == ScalarKind.String) ? "IgnoreCase belongs to strings; remove it" : null)
                ?? (arguments.Name is { } given ? StoredNameParser.IndexNameFlaw(given) : null);
        if (obstacle is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableCompositeUnique, arguments.Attribute, type, type.Name, obstacle);
            return null;
        }

        return new UniqueSpec
        {
            Name = arguments.Name ?? string.Join("+", ordinals.Select(ordinal => columns[ordinal].StoredName)),
            Columns = ordinals.ToEquatableArray(),
            IgnoreCase = arguments.IgnoreCase,
            LookupName = GeneratedNames.Lookup(string.Join("And", names)),
            ParameterNames = names.Select(name => Identifiers.Parameter(name!, Taken)).ToEquatableArray(),
        };
    }

    private string? Obstacle(string? name, int ordinal, bool repeated) => ordinal switch
    {
        < 0 => $"'{name}' is no column of '{type.Name}'; name stored properties, best with nameof",
        0 => $"'{name}' is the key, which is unique by itself; leave it out",
        _ when repeated => $"'{name}' is named twice; name each column once",
        _ => IndexRules.UniquePartObstacle(columns[ordinal].Type) is { } why ? $"'{name}': {why}" : null,
    };

    private UniqueSpec? Computed(IndexArguments arguments, ComputedParser methods)
    {
        if (methods.Parse(arguments) is not { } method) return null;
        string? obstacle = arguments.Columns is not null ? "it names columns and Keys; the parameters of the method say which columns it depends on, so leave the names out"
            : method.Several ? $"'{method.ResultInMessages}' is several values; return one"
            : IndexRules.UniqueObstacle(method.Result, arguments.IgnoreCase) ?? arguments.RevisionFlaw;
        if (obstacle is not null)
        {
            diagnostics.Report(DiagnosticDescriptors.UnusableUnique, arguments.Attribute, type, type.Name, arguments.Name!, obstacle);
            return null;
        }

        ColumnIndexes indexes = new() { IsUnique = true, UniqueIgnoresCase = arguments.IgnoreCase };
        return new UniqueSpec
        {
            Name = arguments.Name!,
            Columns = method.Columns.ToEquatableArray(),
            IgnoreCase = arguments.IgnoreCase,
            Computed = method.Spec(arguments, indexes),
            LookupName = GeneratedNames.Lookup(arguments.Name!),
            ParameterNames = new[] { Identifiers.Parameter(arguments.Name!, Taken) }.ToEquatableArray(),
        };
    }

    private void Refuse(AttributeData attribute, ColumnCandidate column, string why) =>
        diagnostics.Report(DiagnosticDescriptors.UnusableUnique, attribute, column.Property, column.Model, column.Name, why);
}
