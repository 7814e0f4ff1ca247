using Rom.CompilerServices;

namespace Rom;

/// <summary>A change of one column, made by the methods of typed columns: <c>u => u.Balance.Add(10)</c>.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class Patch<TModel>
    where TModel : class
{
    private readonly Action<TModel> _change;

    internal Patch(ColumnMetadata column, Action<TModel> change) => (Column, _change) = (column, change);

    internal ColumnMetadata Column { get; }

    internal void Apply(TModel entity)
    {
        try
        {
            _change(entity);
        }
        catch (OverflowException e)
        {
            throw new InvalidValueException($"A change takes {Column.Model.Name}.{Column.Property} out of the range of its type; nothing was written.", e)
            {
                Model = Column.Model.Name, Column = Column.Property,
            };
        }
    }
}
