using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// The version of the agreement between generated code and this runtime. Generated code names the constant of the version that it
/// was written for, so that a mismatched pair of packages fails to compile and not at run time.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratorContract
{
    /// <summary>The first version.</summary>
    public const int V1 = 1;
}
