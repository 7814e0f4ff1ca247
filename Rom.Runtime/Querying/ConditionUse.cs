namespace Rom;

/// <summary>What a query used one of its conditions for.</summary>
public enum ConditionUse
{
    /// <summary>Its index gave the candidates.</summary>
    Drives,

    /// <summary>It bounds the index that gives the order, so that it needs no test.</summary>
    InOrder,

    /// <summary>Its set was intersected with that of the condition that drives.</summary>
    Intersected,

    /// <summary>Its index told how many rows there are.</summary>
    Counted,

    /// <summary>It was tested on the candidates.</summary>
    Tested,

    /// <summary>The client tested the rows, because there are too many words or sets for the script to test one after the other.</summary>
    TestedByClient,

    /// <summary>No candidate came so far.</summary>
    NotNeeded,
}
