using Rom.Errors;
using Rom.Storage;

namespace Rom.Sessions;

/// <summary>
/// Moves an amount between two rows and marks a third, all in one commit: computed from what is known of the rows, and again from what they hold
/// when somebody else was faster.
/// </summary>
internal sealed class Transfer(RomDatabase database, decimal amount)
{
    private readonly List<TransferRow> _rows = [];

    public async Task<TransferOutcome> RunAsync(TransferRow source, TransferRow destination, TransferRow? receipt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _rows.AddRange(receipt is null ? [source, destination] : [source, destination, receipt]);
        if (source.Is(destination)) return TransferOutcome.SameRow;
        if (receipt is not null && (receipt.Is(source) || receipt.Is(destination)))
            throw new ArgumentException("A receipt is a row of its own: neither the source nor the destination.", nameof(receipt));
        for (int attempt = 1; ; attempt++)
        {
            if (Missing(source, destination, receipt) is { } missing) return missing;
            if (receipt?.IsMarked() == true) return TransferOutcome.AlreadyDone;
            if (source.Amount() < amount) return TransferOutcome.InsufficientFunds;
            RowChange[] changes = [source.Add(-amount), destination.Add(amount), .. receipt is null ? [] : (RowChange[])[receipt.Mark()]];
            CommitResult result = await database.Engine
                .CommitAsync(new CommitPlan([.. changes.Select(change => change.Write!)]), cancellationToken).ConfigureAwait(false);
            if (result.Status == CommitStatus.Done)
            {
                Accept(changes, result);
                return TransferOutcome.Done;
            }

            bool overtaken = result.All.All(refused => refused.Status is CommitStatus.GuardFailed or CommitStatus.RowMissing);
            if (!overtaken || attempt == Retry.Attempts) throw Conflicts.Of(database.Options, changes[result.Row].Write!, result);
            await Task.WhenAll(_rows.Select(row => row.ReadAsync(database.Engine, cancellationToken))).ConfigureAwait(false);
        }
    }

    private static TransferOutcome? Missing(TransferRow source, TransferRow destination, TransferRow? receipt) =>
        source.Row is null ? TransferOutcome.SourceMissing
        : destination.Row is null ? TransferOutcome.DestinationMissing
        : receipt is { Row: null } ? TransferOutcome.ReceiptMissing
        : null;

    private void Accept(RowChange[] changes, CommitResult result)
    {
        int versions = 0;
        for (int i = 0; i < changes.Length; i++) _rows[i].Accept(changes[i], changes[i].Write!.IsVersioned ? result.Versions[versions++] : null);
    }
}
