namespace Rom;

/// <summary>How a transfer ended. Anything but <see cref="Done"/> means that nothing was written.</summary>
public enum TransferOutcome
{
    /// <summary>The amount was moved, and the receipt, if there is one, is marked.</summary>
    Done,

    /// <summary>The receipt was marked before.</summary>
    AlreadyDone,

    /// <summary>The source holds less than the amount.</summary>
    InsufficientFunds,

    /// <summary>Source and destination are one row.</summary>
    SameRow,

    /// <summary>The source's row is gone.</summary>
    SourceMissing,

    /// <summary>The destination's row is gone.</summary>
    DestinationMissing,

    /// <summary>The receipt's row is gone.</summary>
    ReceiptMissing,
}
