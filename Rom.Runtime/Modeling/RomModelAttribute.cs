namespace Rom;

/// <summary>
/// Marks a partial class as a model: each entity of it is one hash in Redis, and the generator adds the members that save,
/// find and delete it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RomModelAttribute : Attribute
{
    /// <summary>The stored name, which begins every key of the model; the class name when not set.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The hash tag that several models share, so that a unit of work over them stays on one node of a cluster; when not set
    /// the model has a tag of its own.
    /// </summary>
    public string? Group { get; set; }
}
