namespace Rom;

/// <summary>Marks a partial property of type <see cref="RefCollection{T}"/>: the entities of another model that refer to this one.</summary>
/// <param name="reference">The property of the other model that refers to this one; may be left out when it has only one.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CollectionAttribute(string? reference = null) : Attribute
{
    /// <summary>The property of the other model that refers to this one.</summary>
    public string? Reference { get; } = reference;
}
