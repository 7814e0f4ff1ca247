namespace Rom;

/// <summary>Where rows without a value come in an order.</summary>
public enum Nulls
{
    /// <summary>Below every value: first when ascending, last when descending.</summary>
    Lowest,

    /// <summary>Before every value, whatever the direction.</summary>
    First,

    /// <summary>After every value, whatever the direction.</summary>
    Last,
}
