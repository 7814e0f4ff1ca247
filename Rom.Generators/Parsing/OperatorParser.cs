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
        ScalarSpec scalar = candidate.Scalar!;
        if (scalar.Kind is ScalarKind.Nested or ScalarKind.Json) yield break;
        bool anything = indexes.HasErrors;
        bool equality = anything || indexes.IsUnique || indexes.Exact is not null || indexes.Ordered is not null;
        yield return Group(OperatorGroup.Equality, equality, Add(Index));
        if (IndexRules.CanBeOrdered(scalar))
        {
            bool natural = IndexRules.Natural(scalar) == IndexKind.Ordered && indexes.Exact is null;
            yield return Group(OperatorGroup.Range, anything || indexes.Ordered is not null, Add(natural ? Index : Ordered));
        }

        if (scalar.Kind == ScalarKind.String)
        {
            yield return StartsWith(indexes);
            yield return Group(OperatorGroup.Words, anything || indexes.FullText is not null, Add("[Index(IndexKind.FullText)]"));
        }

        yield return Group(OperatorGroup.Null, equality || indexes.FullText is not null, Add(Index));
    }

    public static IEnumerable<OperatorSpec> OfKey(ScalarSpec scalar)
    {
        yield return Group(OperatorGroup.Equality, true, KeyRemedy);
        if (IndexRules.CanBeOrdered(scalar)) yield return Group(OperatorGroup.Range, false, KeyRemedy);
        if (scalar.Kind == ScalarKind.String)
        {
            yield return Group(OperatorGroup.Prefix, false, KeyRemedy);
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

    private static OperatorSpec Group(OperatorGroup group, bool answered, string remedy) =>
        new() { Group = group, Remedy = answered ? null : remedy };

    private static string Add(string attribute) => $"Add {attribute} to the property.";
}
