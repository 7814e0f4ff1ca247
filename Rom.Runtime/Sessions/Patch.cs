using Rom.CompilerServices;
using Rom.Errors;
using Rom.Storage;

namespace Rom;

/// <summary>A change of one column, made by the methods of typed columns: <c>u => u.Balance.Add(10)</c>.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class Patch<TModel>
    where TModel : class
{
    private readonly Action<TModel> _change;
    private readonly Func<byte[], FieldChange>? _exact;

    internal Patch(ColumnMetadata column, Action<TModel> change, Func<byte[], FieldChange>? exact = null) => (Column, _change, _exact) = (column, change, exact);

    internal ColumnMetadata Column { get; }

    /// <summary>What a store may do by itself to the row with a key; null: nothing.</summary>
    internal FieldChange? ExactOf(byte[] key) => _exact?.Invoke(key);

    /// <param name="entity">The row as it was read.</param>
    /// <param name="key">Its key, for errors.</param>
    internal void Apply(TModel entity, byte[] key)
    {
        try
        {
            _change(entity);
        }
        catch (OverflowException e)
        {
            throw Conflicts.OutOfRange(Column, key, e);
        }
    }
}
