using System.ComponentModel;
using Rom.CompilerServices;

namespace Rom;

/// <summary>An entity of any model. The generator implements it, so that a unit of work can hold entities of several models.</summary>
public interface IRomEntity
{
    /// <summary>What the runtime does with entities of this model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    EntityHandler Handler { get; }
}
