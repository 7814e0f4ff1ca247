using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Which indexes each type can have.</summary>
internal static class IndexRules
{
    /// <summary>What a bare [Index] means.</summary>
    public static IndexKind Natural(ScalarSpec scalar) =>
        !scalar.IsEnum && scalar.Kind is ScalarKind.Integer or ScalarKind.Float or ScalarKind.Decimal or ScalarKind.Duration or ScalarKind.Instant or ScalarKind.Clock or ScalarKind.Ranked
            ? IndexKind.Ordered
            : IndexKind.Exact;

    public static bool CanBeOrdered(ScalarSpec scalar) => scalar.Kind
        is not (ScalarKind.Boolean or ScalarKind.Guid or ScalarKind.Foreign or ScalarKind.Point or ScalarKind.EnumName or ScalarKind.Converted
            or ScalarKind.Nested or ScalarKind.Json);

    /// <summary>Why a type cannot have an index and what to write instead, or null when it can.</summary>
    public static string? Obstacle(ScalarSpec scalar, IndexKind kind, bool prefix, string typeInMessages) => kind switch
    {
        _ when scalar.Kind is ScalarKind.Nested or ScalarKind.Json =>
            $"its value ('{typeInMessages}') is stored as a whole; give what you search for a column of its own",
        IndexKind.Ordered when scalar.Kind == ScalarKind.EnumName =>
            "it is stored by name, whose order is not that of the values; remove EnumAsName, or write [Index], which answers == and In",
        IndexKind.Ordered when scalar.Kind == ScalarKind.Converted =>
            $"its converter gives values no order; implement IOrderedRomConverter<{typeInMessages.TrimEnd('?')}>, or write [Index], which answers == and In",
        IndexKind.Ordered when !CanBeOrdered(scalar) =>
            $"values of '{typeInMessages}' have no order worth an index; write [Index], which answers == and In",
        IndexKind.Exact when scalar.Kind == ScalarKind.Float =>
            "equality of floating-point numbers is answered by their order; write [Index], which answers == and ranges",
        IndexKind.FullText when scalar.Kind != ScalarKind.String =>
            $"FullText indexes the words of a string and the type is '{typeInMessages}'; write [Index]",
        IndexKind.Ordered or IndexKind.Exact when prefix =>
            "Prefix belongs to the words of a FullText index; remove it, or write IndexKind.FullText",
        IndexKind.Ordered or IndexKind.Exact or IndexKind.FullText => null,
        _ => "there is no such kind; write [Index], or name IndexKind.Ordered, Exact or FullText",
    };

    /// <summary>Why a type cannot be unique and what to write instead, or null when it can.</summary>
    public static string? UniqueObstacle(ScalarSpec scalar) => scalar.Kind switch
    {
        ScalarKind.Boolean => "a bool allows two entities only; write [Index] to find entities by it",
        ScalarKind.Nested or ScalarKind.Json => "its value is stored as a whole; give what is unique a column of its own",
        ScalarKind.Float => "floating-point numbers are compared with rounding and NaN; use decimal or long, or write [Index]",
        _ => null,
    };
}
