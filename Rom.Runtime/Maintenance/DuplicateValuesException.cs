namespace Rom;

/// <summary>Rows share values that a unique allows once, so that the model could not be rebuilt with it. Nothing was changed.</summary>
public sealed class DuplicateValuesException : RomException
{
    internal DuplicateValuesException(string message)
        : base(message)
    {
    }

    /// <summary>Every value that several rows have.</summary>
    public IReadOnlyList<DuplicateValue> Duplicates { get; internal init; } = [];
}

/// <summary>A value that several rows have.</summary>
/// <param name="Unique">The name of the unique.</param>
/// <param name="Values">
/// The stored texts of the unique's columns in the first of these rows, one for each, or the one text that is computed from them. The message never holds them.
/// </param>
/// <param name="Keys">The stored texts of the rows' keys, in the order in which they were met.</param>
public sealed record DuplicateValue(string Unique, IReadOnlyList<string> Values, IReadOnlyList<string> Keys);
