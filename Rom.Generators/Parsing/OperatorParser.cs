using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>
/// Which operators of queries a column's indexes answer, and for the others the sentence that says what to add. Operators that
/// no index could ever answer on the type are left out.
/// </summary>
internal static class OperatorParser
{
    private const string Index = "[Index]";
    private const string Ordered = "[Index(IndexKind.Ordered)]";
    private const string KeyRemedy = "The key answers ==, != and In; index another column that holds the same value.";

    public static IEnumerable<OperatorSpec> OfColumn(ColumnCandidate candidate, ColumnIndexes indexes)
    {
        return candidate.Element is null ? OfColumn(candidate.Scalar!, indexes) : OfElements(indexes);
    }

    private static IEnumerable<OperatorSpec> OfElements(ColumnIndexes indexes)
    {
        bool anything = indexes.HasErrors;
        if (indexes.FullText is null) yield return Group(OperatorGroup.Elements, anything || indexes.Exact is not null, Add(Index));
        else yield return Group(OperatorGroup.Words, true, "");
        if (indexes.FullText is { Prefix: true }) yield return Group(OperatorGroup.WordPrefix, true, "");
        if (indexes.FullText is { Suffix: true }) yield return Group(OperatorGroup.WordSuffix, true, "");
        yield return Group(OperatorGroup.Null, anything || indexes.Specs.Count > 0, Add(Index));
    }

    /// <summary>The operators of what a method computes: those that its index answers. Of several values, whether one is among them.</summary>
    public static IEnumerable<OperatorSpec> OfComputed(ComputedMethod method, ColumnIndexes indexes, string name)
    {
        IEnumerable<OperatorSpec> groups = method.Several
            ? [Group(OperatorGroup.Elements, indexes.Exact is not null, ""), .. OfColumn(method.Result, indexes).Where(one => one.Group is not (OperatorGroup.Equality or OperatorGroup.Range or OperatorGroup.Prefix or OperatorGroup.Suffix))]
            : OfColumn(method.Result, indexes);
        if (indexes.FullText is not null) groups = groups.Where(one => one.Group != OperatorGroup.Elements);
        else if (method.Several) groups = groups.Where(one => one.Group != OperatorGroup.Words);
        // A unique has nothing of the rows without a value, and neither has the row.
        if (indexes.Specs.Count == 0) groups = groups.Where(one => one.Group != OperatorGroup.Null);
        string remedy = $"It is computed by {name}; name another kind in its [Index], or add another index with Keys = nameof({name}).";
        return groups.Select(one => one.Remedy is null ? one : one with { Remedy = remedy });
    }

    private static IEnumerable<OperatorSpec> OfColumn(ScalarSpec scalar, ColumnIndexes indexes)
    {
        if (scalar.Kind is ScalarKind.Nested or ScalarKind.Json) yield break;
        bool anything = indexes.HasErrors;
        bool equality = anything || indexes.IsUnique || indexes.Exact is not null || indexes.Ordered is not null;
        yield return Group(OperatorGroup.Equality, equality, Add(scalar.Kind == ScalarKind.Point ? "[Index(IndexKind.Exact)]" : Index));
        if (IndexRules.CanBeOrdered(scalar) && scalar.Reference is null)
        {
            bool natural = IndexRules.Natural(scalar) == IndexKind.Ordered && indexes.Exact is null;
            yield return Group(OperatorGroup.Range, anything || indexes.Ordered is not null, Add(natural ? Index : Ordered));
        }

        if (scalar.Kind == ScalarKind.String)
        {
            yield return StartsWith(indexes);
            yield return EndsWith(indexes);
            yield return Group(OperatorGroup.Words, anything || indexes.FullText is not null, Add("[Index(IndexKind.FullText)]"));
        }

        if (scalar.Kind == ScalarKind.Point) yield return Group(OperatorGroup.Geo, anything || indexes.Of(IndexKind.Geo) is not null, Add(Index));
        yield return Group(OperatorGroup.Null, equality || indexes.FullText is not null || indexes.Of(IndexKind.Geo) is not null, Add(Index));
    }

    public static IEnumerable<OperatorSpec> OfKey(ScalarSpec scalar)
    {
        yield return Group(OperatorGroup.Equality, true, KeyRemedy);
        if (IndexRules.CanBeOrdered(scalar)) yield return Group(OperatorGroup.Range, false, KeyRemedy);
        if (scalar.Kind == ScalarKind.String)
        {
            yield return Group(OperatorGroup.Prefix, false, KeyRemedy);
            yield return Group(OperatorGroup.Suffix, false, KeyRemedy);
            yield return Group(OperatorGroup.Words, false, KeyRemedy);
        }

        yield return Group(OperatorGroup.Null, true, KeyRemedy);
    }

    private static OperatorSpec StartsWith(ColumnIndexes indexes)
    {
        if (indexes.FullText is { Prefix: true }) return Group(OperatorGroup.WordPrefix, true, "");
        string words = indexes.FullText is null
            ? "or [Index(IndexKind.FullText, Prefix = true)] for the start of a word"
            : "or Prefix = true to its FullText index for the start of a word";
        return Group(OperatorGroup.Prefix, indexes.Ordered is not null || indexes.HasErrors,
            $"Add {Ordered} to the property for the start of the whole string, {words}.");
    }

    private static OperatorSpec EndsWith(ColumnIndexes indexes)
    {
        if (indexes.FullText is { Suffix: true }) return Group(OperatorGroup.WordSuffix, true, "");
        string whole = indexes.Ordered is null ? "[Index(IndexKind.Ordered, Suffix = true)] to the property" : "Suffix = true to its Ordered index";
        string words = indexes.FullText is null ? "[Index(IndexKind.FullText, Suffix = true)]" : "Suffix = true to its FullText index";
        return Group(OperatorGroup.Suffix, indexes.Ordered is { Suffix: true } || indexes.HasErrors,
            $"Add {whole} for the end of the whole string, or {words} for the end of a word.");
    }

    private static OperatorSpec Group(OperatorGroup group, bool answered, string remedy) =>
        new() { Group = group, Remedy = answered ? null : remedy };

    private static string Add(string attribute) => $"Add {attribute} to the property.";
}
