namespace Rom;

/// <summary>What becomes of an entity when the one that it refers to is deleted.</summary>
public enum OnDelete
{
    /// <summary>Nothing: the reference dangles, and loads as null.</summary>
    NoAction,

    /// <summary>The delete is refused. Not offered yet.</summary>
    Restrict,

    /// <summary>It is deleted too. Not offered yet.</summary>
    Cascade,

    /// <summary>The reference becomes null. Not offered yet.</summary>
    SetNull,

    /// <summary>The reference becomes its initializer. Not offered yet.</summary>
    SetDefault,
}

/// <summary>Options of a property of type <see cref="Ref{T}"/>, which is a reference with or without it.</summary>
/// <param name="onDelete">What becomes of the entity when its target is deleted; left out, nothing does, and a warning (ROM061) says so.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceAttribute(OnDelete onDelete = OnDelete.NoAction) : Attribute
{
    /// <summary>What becomes of the entity when its target is deleted.</summary>
    public OnDelete OnDelete { get; } = onDelete;
}
