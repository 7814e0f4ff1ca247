namespace Rom.Generators.Specs;

/// <summary>Query operators that the same indexes answer.</summary>
internal enum OperatorGroup
{
    /// <summary><c>==</c>, <c>!=</c> and <c>In</c>.</summary>
    Equality,

    /// <summary>The four comparisons and <c>Between</c>.</summary>
    Range,

    /// <summary>Those of <see cref="Range"/> on a type whose values have no order, always refused.</summary>
    NoRange,

    /// <summary><c>StartsWith</c> on the whole string.</summary>
    Prefix,

    /// <summary><c>StartsWith</c> on words.</summary>
    WordPrefix,

    /// <summary><c>EndsWith</c> on the whole string.</summary>
    Suffix,

    /// <summary><c>EndsWith</c> on words.</summary>
    WordSuffix,

    /// <summary><c>Within</c> and <c>WithinBox</c>.</summary>
    Geo,

    /// <summary><c>Contains</c>.</summary>
    Words,

    /// <summary>Whether values are among those of a row: <c>Contains</c>, <c>ContainsAny</c> and <c>ContainsAll</c>.</summary>
    Elements,

    /// <summary><c>IsNull</c> and <c>IsNotNull</c>.</summary>
    Null,
}
