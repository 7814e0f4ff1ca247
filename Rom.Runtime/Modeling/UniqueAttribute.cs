namespace Rom;

/// <summary>
/// No two entities may have the same value; null is never a duplicate. Checked and taken in the same script call as the save,
/// and found in O(1) by <c>GetBy…Async</c>. One hash field per entity.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class UniqueAttribute : Attribute
{
    /// <summary>On a property: its value is unique. With <see cref="Keys"/>: what that method computes is.</summary>
    public UniqueAttribute()
    {
    }

    /// <summary>On the class: several columns together are unique. Null in any of them is never a duplicate.</summary>
    /// <param name="columns">The names of the properties, in the order of the parameters of <c>GetBy…And…Async</c>.</param>
    public UniqueAttribute(params string[] columns) => Columns = columns;

    /// <summary>The properties of a unique over several columns; empty for one on a property.</summary>
    public IReadOnlyList<string> Columns { get; } = [];

    /// <summary>The name that the unique's key carries; with <see cref="Keys"/> also the name of a column in queries and of the finder.</summary>
    public string? Name { get; set; }

    /// <summary>A static method of the model that computes what is unique; see <see cref="IndexAttribute.Keys"/>.</summary>
    public string? Keys { get; set; }

    /// <summary>Letter case does not count, by a table that ships with Rom.</summary>
    public bool IgnoreCase { get; set; }

    /// <summary>The version of what <see cref="Keys"/> computes; part of the schema record.</summary>
    public int Revision { get; set; } = 1;
}
