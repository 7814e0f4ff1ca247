namespace Rom.Generators.Specs;

/// <summary>The kinds of values that rules tell apart; what is stored and how is the format's.</summary>
internal enum ScalarKind
{
    String,
    Boolean,

    /// <summary>Integers of any width, and enums by number.</summary>
    Integer,

    /// <summary>double, float and Half.</summary>
    Float,
    Decimal,
    Duration,

    /// <summary>DateTime and DateTimeOffset.</summary>
    Instant,

    /// <summary>DateOnly and TimeOnly, whose text has a fixed form.</summary>
    Clock,
    Guid,
    Bytes,
    Character,
    Uri,
    Version,
    Address,

    /// <summary>A reference to an object of another store, by the text of its key.</summary>
    Foreign,
    Point,

    /// <summary>A value with parts: MessagePack.</summary>
    Nested,

    /// <summary>Enums by name.</summary>
    EnumName,

    /// <summary>What a converter without order makes.</summary>
    Converted,

    /// <summary>What a converter with order makes.</summary>
    Ranked,

    /// <summary>A value stored as JSON.</summary>
    Json,

    /// <summary>The key of another entity.</summary>
    Reference,
}
