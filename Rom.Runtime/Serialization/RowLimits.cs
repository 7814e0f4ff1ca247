namespace Rom.Serialization;

/// <summary>What a field of a row can hold.</summary>
internal static class RowLimits
{
    /// <summary>The server's limit of one value.</summary>
    public const int MaxValueLength = 512 * 1024 * 1024;
}
