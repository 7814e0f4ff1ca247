namespace Rom.Generators.Parsing;

/// <summary>Which properties are the key.</summary>
/// <param name="parts">The properties, in the order of declaration; none when the generator declares the key.</param>
/// <param name="name">The key's name.</param>
/// <param name="textMethod">The static method that makes the key's text, if any.</param>
/// <param name="rejected">Properties that were meant to be the key and cannot be.</param>
internal sealed class KeyChoice(IReadOnlyList<ColumnCandidate> parts, string name, string? textMethod = null, params ColumnCandidate[] rejected)
{
    public IReadOnlyList<ColumnCandidate> Parts { get; } = parts;

    public string Name { get; } = name;

    public string? TextMethod { get; } = textMethod;

    /// <summary>Whether the key's text is a field of its own beside the properties, which then are ordinary columns.</summary>
    public bool IsHidden => Parts.Count > 1 || (Parts.Count == 1 && TextMethod is not null);

    /// <summary>The property that is the key's column itself.</summary>
    public ColumnCandidate? Candidate => IsHidden || Parts.Count == 0 ? null : Parts[0];

    public bool IsDeclaredByRom => Parts.Count == 0;

    /// <summary>Whether a property is no ordinary column.</summary>
    public bool Concerns(ColumnCandidate column) => column == Candidate || rejected.Contains(column);
}
