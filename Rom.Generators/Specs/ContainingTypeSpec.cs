namespace Rom.Generators.Specs;

/// <summary>How a partial declaration of a type begins.</summary>
internal sealed record ContainingTypeSpec
{
    /// <summary><c>class</c>, <c>record</c>, <c>struct</c>, <c>record struct</c> or <c>interface</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>The name, escaped where it is a keyword.</summary>
    public required string Identifier { get; init; }
}
