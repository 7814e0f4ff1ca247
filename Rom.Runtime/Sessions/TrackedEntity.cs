using Rom.CompilerServices;

namespace Rom.Sessions;

/// <summary>An entity of a unit of work. Whether it is new or stored its own state says.</summary>
internal sealed class TrackedEntity(IRomEntity entity, long order)
{
    public IRomEntity Entity { get; } = entity;

    public EntityHandler Handler { get; } = entity.Handler;

    /// <summary>When it joined: the order of a commit's rows, and so of the keys that the store assigns.</summary>
    public long Order { get; } = order;

    /// <summary>Whether the next commit deletes it.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Where the identity map has it; null until its row is known to be stored.</summary>
    public RowIdentity? Identity { get; set; }
}
