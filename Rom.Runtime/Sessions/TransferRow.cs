using Rom.CompilerServices;
using Rom.Errors;
using Rom.Querying;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>One of the rows of a transfer.</summary>
internal abstract class TransferRow
{
    /// <summary>What it is believed to hold; null when it is gone.</summary>
    public byte[]?[]? Row { get; protected set; }

    public abstract bool Is(TransferRow other);

    public abstract decimal Amount();

    public abstract RowChange Add(decimal amount);

    public abstract bool IsMarked();

    public abstract RowChange Mark();

    public abstract Task ReadAsync(IEngine engine, CancellationToken cancellationToken);

    public abstract void Accept(RowChange change, byte[]? version);
}

/// <summary>One of the rows of a transfer, with the entity that stands for it.</summary>
internal sealed class TransferRow<TModel, TKey, TColumns> : TransferRow
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private readonly TModel _entity;
    private readonly INumberColumn<TModel>? _number;
    private readonly IFlagColumn<TModel>? _flag;
    private readonly byte[] _key;

    public TransferRow(TModel entity, INumberColumn<TModel>? number, IFlagColumn<TModel>? flag)
    {
        (_entity, _number, _flag) = (entity, number, flag);
        ref EntityState state = ref TModel.StateOf(entity);
        Row = state.IsStored(entity) || state.IsDeleted(entity) ? state.Stored(entity) : throw Conflicts.NotStored(TModel.Metadata, "take part in a transfer: save it first");
        _key = Row?[0] ?? throw Conflicts.NotStored(TModel.Metadata, "take part in a transfer: save it first");
        EntityKeys<TModel, TKey, TColumns>.RequireSame(entity, _key);
    }

    public override bool Is(TransferRow other) => other is TransferRow<TModel, TKey, TColumns> same && same._key.AsSpan().SequenceEqual(_key);

    public override decimal Amount() => _number!.Get(EntityOperations<TModel, TKey, TColumns>.Load(Row!));

    public override RowChange Add(decimal amount)
    {
        try
        {
            return Change(entity => _number!.Set(entity, DecimalSum.Exact(_number.Get(entity), amount)));
        }
        catch (OverflowException e)
        {
            throw Conflicts.OutOfRange(((Column)_number!).Metadata, _key, e);
        }
    }

    public override bool IsMarked() => _flag!.Get(EntityOperations<TModel, TKey, TColumns>.Load(Row!));

    public override RowChange Mark() => Change(entity => _flag!.Set(entity, true));

    public override async Task ReadAsync(IEngine engine, CancellationToken cancellationToken) =>
        Row = (await engine.FetchAsync(new FetchPlan(TModel.Metadata, [_key]), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The entity gets the new value, and keeps whatever else of it was changed and not saved.</summary>
    public override void Accept(RowChange change, byte[]? version)
    {
        ref EntityState state = ref TModel.StateOf(_entity);
        byte[]?[] stored = [.. state.Stored(_entity)!], baseline = [.. state.Baseline(_entity)!];
        foreach (FieldValue set in change.Write!.Sets) stored[set.Column] = baseline[set.Column] = set.Value;
        foreach (int clear in change.Write.Clears) stored[clear] = baseline[clear] = null;
        TModel fresh = EntityOperations<TModel, TKey, TColumns>.Load(change.Next);
        if (_number is not null) _number.Set(_entity, _number.Get(fresh));
        if (_flag is not null) _flag.Set(_entity, true);
        if (version is not null)
        {
            int ordinal = TModel.Metadata.Version!.Ordinal;
            stored[ordinal] = baseline[ordinal] = version;
            TModel.SetVersion(_entity, KeyText.DecodeInt64(version));
        }

        state.Set(_entity, stored, baseline);
    }

    private RowChange Change(Action<TModel> change) => RowChange.Of<TModel, TKey, TColumns>(Row!, change);
}
