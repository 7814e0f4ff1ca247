namespace Rom;

/// <summary>What a save writes, and what must hold before it.</summary>
public enum SaveMode
{
    /// <summary>
    /// Only what changed, if nobody else changed it meanwhile; a new entity is inserted. Nothing changed: no round trip.
    /// </summary>
    Changed,

    /// <summary>Every column, if nobody changed any meanwhile; a new entity is inserted.</summary>
    Full,

    /// <summary>The row becomes this entity and nothing else, whatever is stored: re-created if it is gone, fields of no column dropped.</summary>
    Force,

    /// <summary>The row must not exist.</summary>
    Insert,

    /// <summary>The row must exist; every column is written, whoever changed it meanwhile.</summary>
    Replace,

    /// <summary>Every column is written, whether the row exists or not.</summary>
    Upsert,
}
