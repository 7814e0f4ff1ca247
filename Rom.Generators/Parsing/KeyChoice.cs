namespace Rom.Generators.Parsing;

/// <summary>Which property is the key.</summary>
/// <param name="candidate">The property, or null when the generator declares the key.</param>
/// <param name="name">The key's name.</param>
/// <param name="rejected">A property that was meant to be the key and cannot be.</param>
internal sealed class KeyChoice(ColumnCandidate? candidate, string name, ColumnCandidate? rejected = null)
{
    public ColumnCandidate? Candidate { get; } = candidate;

    public string Name { get; } = name;

    public bool IsDeclaredByRom => Candidate is null;

    /// <summary>Whether a property takes part in the choice, and so is no ordinary column.</summary>
    public bool Concerns(ColumnCandidate column) => column == Candidate || column == rejected;
}
