namespace Rom.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was recomputed.</summary>
internal static class TrackingNames
{
    public const string Models = nameof(Models);
    public const string CaseCollisions = nameof(CaseCollisions);
}
