using Rom.Storage;

namespace Rom;

/// <summary>What the generated members of a model work on: a <see cref="RomDatabase"/>.</summary>
public abstract class RomContext
{
    private protected RomContext()
    {
    }

    internal abstract IEngine Engine { get; }

    internal abstract RomOptions Options { get; }
}
