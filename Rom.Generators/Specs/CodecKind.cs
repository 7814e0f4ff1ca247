namespace Rom.Generators.Specs;

/// <summary>What a value inside a nested one is. Names, followed by <c>Codec</c>, are those of the runtime's codecs, but for objects.</summary>
internal enum CodecKind
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object or tuple, whose codec is generated.</summary>
    Object,

    /// <summary>A reference that may be null.</summary>
    OrNull,

    /// <summary>A nullable value type.</summary>
    Nullable,
    List,
    Array,
    ImmutableArray,

    /// <summary>An interface of a list.</summary>
    Sequence,
    Set,
    Dictionary,

    /// <summary>A whole column that System.Text.Json writes.</summary>
    Json,
}
