using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>Makes the changes that typed columns offer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Patches
{
    /// <summary>A change of one column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="change">What it does to an entity.</param>
    public static Patch<TModel> Of<TModel>(Column column, Action<TModel> change)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Patch<TModel>(column.Metadata, change);
    }
}

/// <summary>A column of exact numbers: decimals, and integers of up to 64 bits.</summary>
/// <typeparam name="TModel">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INumberColumn<TModel>
{
    /// <summary>Whether it holds integers only.</summary>
    bool IsInteger { get; }

    /// <summary>The value of an entity; 0 when it has none.</summary>
    decimal Get(TModel entity);

    /// <summary>Sets the value of an entity.</summary>
    /// <exception cref="OverflowException">The type has no such value.</exception>
    void Set(TModel entity, decimal value);
}

/// <summary>A column of type bool.</summary>
/// <typeparam name="TModel">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFlagColumn<TModel>
{
    /// <summary>The value of an entity; false when it has none.</summary>
    bool Get(TModel entity);

    /// <summary>Sets the value of an entity.</summary>
    void Set(TModel entity, bool value);
}
