using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The indexes over what methods compute, whether they are written on a property or on the class.</summary>
internal static class ComputedIndexParser
{
    public static IEnumerable<IndexSpec> Parse(
        INamedTypeSymbol type, IEnumerable<ColumnCandidate> stored, ComputedParser methods, ModelDiagnostics diagnostics)
    {
        IEnumerable<AttributeData> attributes = stored.SelectMany(column => column.Attributes.Indexes)
            .Concat(TypeHierarchy.Attributes(type).Where(one => AttributeNames.Of(one) == AttributeNames.Index));
        foreach (AttributeData attribute in attributes)
        {
            IndexArguments arguments = IndexArguments.Read(attribute);
            if (arguments.Keys is null || methods.Parse(arguments) is not { } method) continue;
            IndexKind kind = arguments.Kind != IndexKind.Natural || arguments.Columns is not null ? arguments.Kind
                : method.Several ? IndexKind.Exact
                : IndexRules.Natural(method.Result);
            string? obstacle = arguments.Columns is not null
                ? "it names columns and Keys; the parameters of the method say which columns it depends on, so leave the names out"
                : IndexRules.Obstacle(method, kind, arguments) ?? arguments.RevisionFlaw;
            if (obstacle is null) yield return Index(type, arguments, kind, method, diagnostics);
            else diagnostics.Report(DiagnosticDescriptors.UnusableIndex, attribute, type, type.Name, arguments.Name!, obstacle);
        }
    }

    private static IndexSpec Index(INamedTypeSymbol type, IndexArguments arguments, IndexKind kind, ComputedMethod method, ModelDiagnostics diagnostics)
    {
        IndexSpec index = new()
        {
            Name = arguments.Name!,
            Kind = kind,
            Columns = method.Columns.ToEquatableArray(),
            Prefix = arguments.Prefix,
            Suffix = arguments.Suffix,
            IgnoreCase = arguments.IgnoreCase,
            Tokenizer = TokenizerParser.Parse(arguments, type, diagnostics),
        };
        ColumnIndexes indexes = new() { IsUnique = false };
        indexes.Specs.Add(index);
        return index with { Computed = method.Spec(arguments, indexes) };
    }
}
