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

    public static IEnumerable<OperatorSpec> OfColumn(ColumnCandidate candidate, ColumnIndexes indexes)
    {
        return candidate.Element is not { } element ? OfColumn(candidate.Scalar!, indexes) : OfElements(element, indexes);
    }

    private static IEnumerable<OperatorSpec> OfElements(ScalarSpec element, ColumnIndexes indexes)
    {
        bool anything = indexes.HasErrors;
        if (indexes.FullText is null) yield return Group(OperatorGroup.Elements, anything || indexes.Exact is not null, Add(Index));
        else yield return Group(OperatorGroup.Words, true, "");
        if (element.Kind == ScalarKind.String)
        {
            yield return Group(OperatorGroup.WordPrefix, anything || indexes.FullText is { Prefix: true }, OfWords(indexes, "Prefix", "start"));
            yield return Group(OperatorGroup.WordSuffix, anything || indexes.FullText is { Suffix: true }, OfWords(indexes, "Suffix", "end"));
        }

        yield return Group(OperatorGroup.Null, anything || indexes.Specs.Count > 0, Add(Index));
    }

    /// <summary>The operators of what a method computes: those that its index answers. Of several values, whether one is among them.</summary>
    public static IEnumerable<OperatorSpec> OfComputed(ComputedMethod method, ColumnIndexes indexes, string name)
    {
        IEnumerable<OperatorSpec> groups = method.Several
            ? [Group(OperatorGroup.Elements, indexes.Exact is not null, ""), .. OfColumn(method.Result, indexes).Where(one => !IsOfOneValue(one.Group)), .. MissingOfWords(method.Result, indexes)]
            : OfColumn(method.Result, indexes);
        if (indexes.FullText is not null) groups = groups.Where(one => one.Group != OperatorGroup.Elements);
        else if (method.Several) groups = groups.Where(one => one.Group != OperatorGroup.Words);
        // A unique has nothing of the rows without a value, and neither has the row.
        if (indexes.Specs.Count == 0) groups = groups.Where(one => one.Group != OperatorGroup.Null);
        string remedy = $"It is computed by {name}; name another kind in its [Index], or add another index with Keys = nameof({name}).";
        return groups.Select(one => one.Remedy is null ? one : one with { Remedy = remedy });
    }

    private static bool IsOfOneValue(OperatorGroup group) =>
        group is OperatorGroup.Equality or OperatorGroup.Range or OperatorGroup.NoRange or OperatorGroup.Prefix or OperatorGroup.Suffix;

    private static IEnumerable<OperatorSpec> MissingOfWords(ScalarSpec scalar, ColumnIndexes indexes)
    {
        if (scalar.Kind != ScalarKind.String) yield break;
        if (indexes.FullText is not { Prefix: true }) yield return Group(OperatorGroup.WordPrefix, false, "");
        if (indexes.FullText is not { Suffix: true }) yield return Group(OperatorGroup.WordSuffix, false, "");
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
        else
        {
            yield return Group(OperatorGroup.NoRange, false, NoOrder(scalar));
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

    /// <summary>The operators of the key, which is found by its value without an index.</summary>
    public static IEnumerable<OperatorSpec> OfKey(ScalarSpec scalar, ColumnIndexes indexes, bool isDeclaredByRom)
    {
        foreach (OperatorSpec group in OfColumn(scalar, indexes))
        {
            yield return group switch
            {
                { Group: OperatorGroup.Equality or OperatorGroup.Null } => group with { Remedy = null },
                { Group: OperatorGroup.Words, Remedy: not null } => group with { Remedy = "A key has no words; index another column that holds the same value." },
                { Group: OperatorGroup.Prefix, Remedy: not null } => group with { Remedy = Add(Ordered) },
                { Group: OperatorGroup.Suffix, Remedy: not null } => group with
                {
                    Remedy = indexes.Ordered is null ? Add("[Index(IndexKind.Ordered, Suffix = true)]") : "Add Suffix = true to its Ordered index.",
                },
                { Remedy: not null } when isDeclaredByRom => group with { Remedy = "Declare the key as 'public long Id { get; private set; }' with [Index]." },
                _ => group,
            };
        }
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

    /// <summary>Not with brackets where an index has to be replaced: what stands in them is what a code fix adds.</summary>
    private static string OfWords(ColumnIndexes indexes, string flag, string end) =>
        indexes.FullText is not null ? $"Add {flag} = true to its FullText index."
        : indexes.Exact is not null ? $"Its index finds whole elements; IndexKind.FullText with {flag} = true in its place finds them by the {end} of a word."
        : Add($"[Index(IndexKind.FullText, {flag} = true)]");

    /// <summary>What to do about a comparison that no index could answer.</summary>
    private static string NoOrder(ScalarSpec scalar) => scalar.Kind switch
    {
        ScalarKind.EnumName => "It is stored by name, whose order is not that of the values; remove EnumAsName and add IndexKind.Ordered.",
        ScalarKind.Converted => "Its converter gives values no order; implement IOrderedRomConverter.",
        ScalarKind.Point => "Points have no order; Within and WithinBox find those of an area.",
        ScalarKind.Reference => "A reference is compared with ==, != and In.",
        _ => "Its values have no order that an index keeps; compare them with ==, != and In.",
    };

    private static OperatorSpec Group(OperatorGroup group, bool answered, string remedy) =>
        new() { Group = group, Remedy = answered ? null : remedy };

    private static string Add(string attribute) => $"Add {attribute} to the property.";
}
