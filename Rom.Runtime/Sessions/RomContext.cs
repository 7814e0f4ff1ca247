using Rom.Sessions;
using Rom.Storage;

namespace Rom;

/// <summary>What the generated members of a model work on: a <see cref="RomDatabase"/>, or a <see cref="RomSession"/>.</summary>
public abstract class RomContext
{
    private protected RomContext()
    {
    }

    internal abstract IEngine Engine { get; }

    internal abstract RomOptions Options { get; }

    /// <summary>What tracks the entities that are loaded; null where nothing does.</summary>
    internal virtual EntityTracker? Tracker => null;
}
