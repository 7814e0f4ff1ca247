using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Which indexes each type can have.</summary>
internal static class IndexRules
{
    /// <summary>What a bare [Index] means.</summary>
    public static IndexKind Natural(ScalarSpec scalar) => scalar.Reference is { HasIntegerKey: true }
        || !scalar.IsEnum && scalar.Kind is ScalarKind.Integer or ScalarKind.Float or ScalarKind.Decimal or ScalarKind.Duration or ScalarKind.Instant or ScalarKind.Clock or ScalarKind.Ranked
            ? IndexKind.Ordered
            : scalar.Kind == ScalarKind.Point ? IndexKind.Geo : IndexKind.Exact;

    public static bool CanBeOrdered(ScalarSpec scalar) =>
        scalar.Kind is not (ScalarKind.Boolean or ScalarKind.Guid or ScalarKind.Foreign or ScalarKind.Point or ScalarKind.EnumName or ScalarKind.Converted
            or ScalarKind.Nested or ScalarKind.Json)
        && scalar.Reference is null or { Key: not KeyType.Guid };

    /// <summary>Why a type cannot have an index and what to write instead, or null when it can.</summary>
    public static string? Obstacle(ScalarSpec scalar, IndexKind kind, IndexArguments arguments, string typeInMessages) =>
        KindObstacle(scalar, kind, arguments.Prefix, typeInMessages) ?? FlagObstacle(scalar, kind, arguments);

    private static string? FlagObstacle(ScalarSpec scalar, IndexKind kind, IndexArguments arguments) => arguments switch
    {
        { Suffix: true } when scalar.Kind != ScalarKind.String => "Suffix belongs to strings, whose ends it finds; remove it",
        { Suffix: true } when kind == IndexKind.Exact => "Suffix belongs to an Ordered or a FullText index; remove it, or write IndexKind.Ordered",
        { IgnoreCase: true } when kind == IndexKind.FullText => "what a word is decides the tokenizer, and the default one ignores letter case; remove IgnoreCase",
        { IgnoreCase: true } when scalar.Kind != ScalarKind.String => "IgnoreCase belongs to strings; remove it",
        { Tokenizer: not null } when kind != IndexKind.FullText => "Tokenizer belongs to a FullText index; remove it, or write IndexKind.FullText",
        _ => null,
    };

    private static string? KindObstacle(ScalarSpec scalar, IndexKind kind, bool prefix, string typeInMessages) => kind switch
    {
        _ when scalar.Kind is ScalarKind.Nested or ScalarKind.Json =>
            $"its value ('{typeInMessages}') is stored as a whole; give what you search for a column of its own",
        IndexKind.Ordered when scalar.Kind == ScalarKind.EnumName =>
            "it is stored by name, whose order is not that of the values; remove EnumAsName, or write [Index], which answers == and In",
        IndexKind.Ordered when scalar.Kind == ScalarKind.Converted =>
            $"its converter gives values no order; implement IOrderedRomConverter<{typeInMessages.TrimEnd('?')}>, or write [Index], which answers == and In",
        IndexKind.Ordered when !CanBeOrdered(scalar) =>
            $"values of '{typeInMessages}' have no order worth an index; write [Index], which answers == and In",
        IndexKind.Exact when scalar.Reference is { HasIntegerKey: true } =>
            "a reference to an integer key is indexed in its order by itself, which answers == and In; remove it",
        IndexKind.Exact when scalar.Kind == ScalarKind.Float =>
            "equality of floating-point numbers is answered by their order; write [Index], which answers == and ranges",
        IndexKind.FullText when scalar.Kind != ScalarKind.String =>
            $"FullText indexes the words of a string and the type is '{typeInMessages}'; write [Index]",
        IndexKind.Geo when scalar.Kind != ScalarKind.Point => $"Geo indexes a GeoPoint and the type is '{typeInMessages}'; write [Index]",
        IndexKind.Ordered or IndexKind.Exact or IndexKind.Geo when prefix =>
            "Prefix belongs to the words of a FullText index; remove it, or write IndexKind.FullText",
        IndexKind.Ordered or IndexKind.Exact or IndexKind.FullText or IndexKind.Geo => null,
        _ => "there is no such kind; write [Index], or name IndexKind.Ordered, Exact, FullText or Geo",
    };

    /// <summary>Why the key cannot have an index that another column could, or null.</summary>
    public static string? KeyObstacle(ScalarSpec key, IndexKind kind, IndexArguments arguments) => kind switch
    {
        IndexKind.Ordered when !CanBeOrdered(key) => "it is the key, and the type's values have no order worth an index; remove it",
        IndexKind.Ordered => arguments.IgnoreCase ? "it is the key, whose == tells letter case apart, and so does its order; remove IgnoreCase" : null,
        IndexKind.Exact when CanBeOrdered(key) => "it is the key, which answers == and In by itself; remove it, or write [Index(IndexKind.Ordered)] for ranges and orders",
        IndexKind.Exact => "it is the key, which answers == and In by itself; remove it",
        IndexKind.FullText => "it is the key, which has an order but no words; index another column that holds the same value",
        _ => null,
    };

    /// <summary>Why the elements of a collection cannot have an index, or null when they can.</summary>
    public static string? ElementObstacle(ScalarSpec element, IndexKind kind, IndexArguments arguments, ColumnIndexes before, string typeInMessages) => kind switch
    {
        IndexKind.Ordered or IndexKind.Geo => $"'{typeInMessages}' has several elements and this index one entry for each row; write [Index], which finds rows by their elements",
        _ when before.Specs.Any(index => index.Kind != kind) => "Contains would find elements by one index and words by the other; keep one, or compute the other's keys under another name with Keys",
        _ => Obstacle(element, kind, arguments, typeInMessages),
    };

    /// <summary>Why the result of a method cannot have an index, or null when it can.</summary>
    public static string? Obstacle(ComputedMethod method, IndexKind kind, IndexArguments arguments) =>
        method.Several && kind == IndexKind.Ordered ? $"'{method.ResultInMessages}' is several values and an order has one for each row; write IndexKind.Exact, or return one value"
        : method.Several && kind == IndexKind.Geo ? $"'{method.ResultInMessages}' is several points and a row has one place; return one point, or write IndexKind.Exact to find equal ones"
        : Obstacle(method.Result, kind, arguments, method.ResultInMessages);

    /// <summary>Why a type cannot be unique and what to write instead, or null when it can.</summary>
    public static string? UniqueObstacle(ScalarSpec scalar, bool ignoreCase) => scalar.Kind switch
    {
        ScalarKind.Boolean => "a bool allows two entities only; write [Index] to find entities by it",
        not ScalarKind.String when ignoreCase => "IgnoreCase belongs to strings; remove it",
        _ => UniquePartObstacle(scalar),
    };

    /// <summary>Why a type cannot be one of several columns that are unique together, or null when it can.</summary>
    public static string? UniquePartObstacle(ScalarSpec scalar) => scalar.Kind switch
    {
        ScalarKind.Nested or ScalarKind.Json => "its value is stored as a whole; give what is unique a column of its own",
        ScalarKind.Float => "floating-point numbers are compared with rounding and NaN; use decimal or long, or write [Index]",
        _ => null,
    };
}
