namespace Rom.Generators.Specs;

/// <summary>A method of the model that computes what an index or unique is over, and the column that queries see of it.</summary>
internal sealed record ComputedSpec
{
    /// <summary>Whether it is the elements of a column rather than what a method computes; queries then see that column.</summary>
    public bool IsElements { get; init; }

    /// <summary>The method as source calls it; empty for elements.</summary>
    public required string Call { get; init; }

    /// <summary>The method's name.</summary>
    public required string Method { get; init; }

    /// <summary>Its arguments in their order.</summary>
    public required EquatableArray<ComputedInputSpec> Inputs { get; init; }

    /// <summary>The name of the generated method that calls it.</summary>
    public required string KeysName { get; init; }

    /// <summary>Whether it returns several values.</summary>
    public required bool Several { get; init; }

    /// <summary>The pattern that tells several values from none at all; null when there are always some.</summary>
    public required string? Presence { get; init; }

    public required int Revision { get; init; }

    /// <summary>The column in queries. Of several values it has the type of one.</summary>
    public required ColumnSpec Column { get; init; }
}

/// <summary>One argument of such a method.</summary>
internal sealed record ComputedInputSpec
{
    /// <summary>The ordinal of the column.</summary>
    public required int Column { get; init; }

    /// <summary>Whether the parameter takes no null, so that the method is not called on a row without a value.</summary>
    public required bool NeedsValue { get; init; }
}
