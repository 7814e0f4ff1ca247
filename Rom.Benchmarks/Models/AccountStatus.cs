namespace Rom.Benchmarks.Models;

/// <summary>A column of few values.</summary>
public enum AccountStatus
{
    Trial,
    Active,
    Closed,
}
