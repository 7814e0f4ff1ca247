namespace Rom.Generators.Specs;

/// <summary>How a value inside a nested one is written, put together from how its parts are.</summary>
internal sealed record CodecSpec
{
    public required CodecKind Kind { get; init; }

    /// <summary>The type as source refers to it, with <c>?</c> where it may be null.</summary>
    public required string TypeName { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>What a scalar is.</summary>
    public ScalarSpec? Scalar { get; init; }

    /// <summary>The name of the generated codec of an object, or of the contract of a JSON column.</summary>
    public string? ObjectCodec { get; init; }

    /// <summary>The codecs of the parts: an item's, or those of a key and a value.</summary>
    public required EquatableArray<CodecSpec> Parts { get; init; }
}
