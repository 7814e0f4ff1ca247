using Rom.CompilerServices;
using Rom.Errors;

namespace Rom.Sessions;

/// <summary>The identity map of a session: one instance for each stored row, and the entities that wait to be stored.</summary>
internal sealed class EntityTracker(SessionGuard guard)
{
    private readonly Dictionary<RowIdentity, TrackedEntity> _rows = [];
    private readonly Dictionary<IRomEntity, TrackedEntity> _entities = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IRomEntity> _withdrawn = new(ReferenceEqualityComparer.Instance);
    private long _joined;

    /// <summary>In the order in which they joined.</summary>
    public IEnumerable<TrackedEntity> Entities => _entities.Values.OrderBy(tracked => tracked.Order);

    /// <summary>The entity of a row: the one that is tracked, with its own values, or a new one that is tracked from now on.</summary>
    public IRomEntity Load(EntityHandler handler, byte[]?[] row)
    {
        using SessionGuard.Use use = guard.Enter();
        if (_rows.TryGetValue(new RowIdentity(handler.Model, row[0]!), out TrackedEntity? known)) return known.Entity;
        IRomEntity entity = handler.Load(row);
        Join(entity);
        return entity;
    }

    /// <summary>Tracks an entity; a stored one under its key, of which there may be no other instance.</summary>
    public TrackedEntity Join(IRomEntity entity)
    {
        if (_entities.TryGetValue(entity, out TrackedEntity? known)) return known;
        _withdrawn.Remove(entity);
        TrackedEntity tracked = new(entity, _joined++);
        Identify(tracked);
        _entities.Add(entity, tracked);
        return tracked;
    }

    /// <summary>Puts a row that is stored by now into the map.</summary>
    public void Identify(TrackedEntity tracked)
    {
        EntityHandler handler = tracked.Handler;
        ref EntityState state = ref handler.StateOf(tracked.Entity);
        if (tracked.Identity is not null || !state.IsStored(tracked.Entity)) return;
        RowIdentity row = new(handler.Model, state.Stored(tracked.Entity)![0]!);
        if (!_rows.TryAdd(row, tracked))
            throw new InvalidOperationException($"The session tracks another object for {Conflicts.Row(handler.Model, row.Key)} already. Change that one, or Forget it first.");
        tracked.Identity = row;
    }

    /// <summary>Takes a new entity out again. It does not join by what refers to it, as others do.</summary>
    /// <returns>Whether it was in.</returns>
    public bool Withdraw(IRomEntity entity)
    {
        if (!_entities.TryGetValue(entity, out TrackedEntity? tracked) || tracked.IsRemoved) return false;
        Forget(entity);
        return _withdrawn.Add(entity);
    }

    public bool IsWithdrawn(IRomEntity entity) => _withdrawn.Contains(entity);

    public bool Contains(IRomEntity entity) => _entities.ContainsKey(entity);

    public bool Forget(IRomEntity entity)
    {
        _withdrawn.Remove(entity);
        if (!_entities.Remove(entity, out TrackedEntity? tracked)) return false;
        if (tracked.Identity is { } row) _rows.Remove(row);
        return true;
    }

    public void Clear()
    {
        _entities.Clear();
        _rows.Clear();
        _withdrawn.Clear();
    }

    /// <summary>An entity that was saved at once joins the session, unless its row has another object there.</summary>
    public async Task<int> AfterSaveAsync(IRomEntity entity, Task<int> save)
    {
        int written = await save.ConfigureAwait(false);
        using SessionGuard.Use use = guard.Enter();
        EntityHandler handler = entity.Handler;
        if (_entities.TryGetValue(entity, out TrackedEntity? tracked)) Identify(tracked);
        else if (!_rows.ContainsKey(new RowIdentity(handler.Model, handler.StateOf(entity).Stored(entity)![0]!))) Join(entity);
        return written;
    }

    /// <summary>A row that was deleted at once leaves the session, whichever object was given.</summary>
    public async Task<bool> AfterDeleteAsync(IRomEntity entity, Task<bool> delete)
    {
        bool deleted = await delete.ConfigureAwait(false);
        using SessionGuard.Use use = guard.Enter();
        Forget(entity);
        EntityHandler handler = entity.Handler;
        if (handler.KeyOf(entity) is { } key && _rows.TryGetValue(new RowIdentity(handler.Model, key), out TrackedEntity? other))
        {
            handler.StateOf(other.Entity).SetDeleted(other.Entity);
            Forget(other.Entity);
        }

        return deleted;
    }
}
