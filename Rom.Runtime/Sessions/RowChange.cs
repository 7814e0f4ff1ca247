using Rom.CompilerServices;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>A change of a row that is computed from what the row holds.</summary>
/// <param name="Write">The write, guarded by what it was computed from; null when nothing changes.</param>
/// <param name="Next">What the row holds afterwards.</param>
internal sealed record RowChange(RowWrite? Write, byte[]?[] Next)
{
    public static RowChange Of<TModel, TKey, TColumns>(byte[]?[] row, Action<TModel> change)
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class
    {
        TModel entity = EntityOperations<TModel, TKey, TColumns>.Load(row);
        change(entity);
        byte[]?[] baseline = TModel.StateOf(entity).Baseline(entity)!;
        byte[]?[] current = EntityOperations<TModel, TKey, TColumns>.Encode(entity, baseline);
        byte[]?[] next = [.. row];
        bool changed = false;
        for (int i = 1; i < row.Length; i++)
        {
            if (ReferenceEquals(current[i], baseline[i])) continue;
            next[i] = current[i];
            changed = true;
        }

        return new RowChange(changed ? RowWrites.Update(TModel.Metadata, row, next, full: false) : null, next);
    }
}
