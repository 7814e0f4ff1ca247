namespace Rom;

/// <summary>
/// Marks the key. <see cref="long"/> and <see cref="int"/> keys are assigned by the store when they are 0, <see cref="Guid"/>
/// keys by the client (version 7) when empty, and <see cref="string"/> keys by the caller. Without it, a property named
/// <c>Id</c> is the key, and without that <c>public long Id</c> is generated. On several properties: a key of several parts, assigned by the
/// caller, which is a tuple in <c>GetAsync</c> and everywhere else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrimaryKeyAttribute : Attribute
{
    /// <summary>
    /// A static method of the model that makes the stored text of the key from its properties; the caller then assigns the key. Properties for
    /// which it makes one text are one key. On one property of a key of several.
    /// </summary>
    public string? Text { get; set; }

    /// <summary>
    /// Whether the store keeps a sorted set of all keys, at about 100 bytes a row, which answers queries that must look at every row. Without it
    /// (<c>false</c>) the first Ordered index of the model stands in for it: rows without <c>OrderBy</c> then come in its order. A model that has none
    /// answers only queries with a condition that an index finds rows by, and others are a <see cref="QueryException"/>. A part of the schema
    /// record. On one property of a key of several.
    /// </summary>
    public bool Index { get; set; } = true;
}

/// <summary>Options of a stored property.</summary>
/// <param name="name">The field of the row that holds the value; the property's name when null.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string? name = null) : Attribute
{
    /// <summary>The field of the row that holds the value.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// A type that stores the values: it implements <see cref="IRomConverter{TValue}"/> or <see cref="IRomBytesConverter{TValue}"/> for the property's type.
    /// </summary>
    public Type? Converter { get; set; }

    /// <summary>On an enum: stores the name of the value instead of its number.</summary>
    public bool EnumAsName { get; set; }
}

/// <summary>
/// Marks a <see cref="long"/> that every write to the row, by whatever path, sets to the next number of the model, so that a row that is deleted
/// and stored again never has a version that it had before. A save, overwrite or delete of an entity whose row has another version than the
/// entity is a <see cref="DataRaceException"/>, whichever columns were changed. 0 until the first save.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VersionAttribute : Attribute;

/// <summary>Leaves a property out of the row.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotStoredAttribute : Attribute;
