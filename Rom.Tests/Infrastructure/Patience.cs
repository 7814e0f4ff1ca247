namespace Rom.Tests.Infrastructure;

/// <summary>How long tests wait for what is bound to come. A machine that stands still for some seconds fails none of them.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The options of a database whose time limit is not what is tested.</summary>
    public static RomOptions Options(string prefix = "") => new() { KeyPrefix = prefix, CommandTimeout = Limit };
}
