namespace Rom.Generators.Specs;

/// <summary>How a value is read and written. Names are those of the runtime's <c>RowReader</c>, <c>RowWriter</c> and <c>FilterValue</c>.</summary>
internal enum ScalarKind
{
    String,
    Boolean,

    /// <summary>int, long and enums.</summary>
    Integer,
    Double,
    Decimal,
    DateTime,
    DateTimeOffset,
    Guid,
}
