namespace Rom.Generators.Parsing;

/// <summary>What a property's initializer says about rows that lack the column.</summary>
internal enum InitializerKind
{
    /// <summary>There is none, or it is the null that would be there anyway.</summary>
    None,

    /// <summary>Its value is the same in every run, so it stands in for the missing field.</summary>
    Constant,

    /// <summary>Its value is another each time, so it is for new entities only.</summary>
    NotConstant,
}
