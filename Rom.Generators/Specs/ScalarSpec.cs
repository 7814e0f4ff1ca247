namespace Rom.Generators.Specs;

/// <summary>The type of a column.</summary>
internal sealed record ScalarSpec
{
    public required ScalarKind Kind { get; init; }

    /// <summary>The type as source refers to it, without <c>?</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The keyword of the integer type whose range the stored number must fit, or null for the whole range of long.</summary>
    public required string? IntegerType { get; init; }

    public required bool IsEnum { get; init; }
}
