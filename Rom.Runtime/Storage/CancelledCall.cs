namespace Rom.Storage;

/// <summary>A call whose token was cancelled before it began: nothing was done, and no hook ran.</summary>
internal static class CancelledCall
{
    /// <summary>An <see cref="OperationCanceledException"/> with the token. <c>Task.FromCanceled</c> would throw one of another type.</summary>
    public static async Task<T> Of<T>(CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        throw new OperationCanceledException(cancellationToken);
    }
}
