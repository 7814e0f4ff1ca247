namespace Rom.Generators.Specs;

/// <summary>The type of a column.</summary>
internal sealed record ScalarSpec
{
    public required ScalarKind Kind { get; init; }

    /// <summary>The type as source refers to it, without <c>?</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The runtime's format without its namespace; null for string, which has methods of its own.</summary>
    public required string? Format { get; init; }

    public required bool IsValueType { get; init; }

    public required bool IsEnum { get; init; }

    /// <summary>Whether other types convert to it by operators of its own, as int does to BigInteger.</summary>
    public bool HasConversions { get; init; }

    /// <summary>The names of an enum that is stored by name; otherwise empty.</summary>
    public EquatableArray<EnumNameSpec> Names { get; init; } = Array.Empty<EnumNameSpec>().ToEquatableArray();

    /// <summary>What a reference refers to; null for any other type.</summary>
    public ReferenceSpec? Reference { get; init; }
}
