namespace Rom.Generators.Specs;

/// <summary>How an entity is made before its columns are set.</summary>
internal enum Construction
{
    /// <summary>By its parameterless constructor.</summary>
    New,

    /// <summary>By an accessor of that constructor, because required members forbid calling it.</summary>
    Accessor,

    /// <summary>Not at all: the model is not valid.</summary>
    None,
}
