using Rom.Benchmarks.Models;

namespace Rom.Benchmarks.Macro;

/// <summary>Both sides answer the same, so that what is compared is the same work.</summary>
internal static class Agreement
{
    private const int Step = 997;

    public static async Task CheckAsync(IAccountStore rom, IAccountStore hand)
    {
        foreach (Operation operation in Operation.All.Where(operation => operation.Reads))
        {
            for (int number = 0; number < AccountData.Rows; number += Step)
            {
                AccountData[] ours = await ResultAsync(rom, operation, number).ConfigureAwait(false);
                AccountData[] theirs = await ResultAsync(hand, operation, number).ConfigureAwait(false);
                if (ours.Length > 0 && ours.SequenceEqual(theirs)) continue;
                throw new InvalidOperationException(
                    $"'{operation.Name}' number {number}: Rom returns {ours.Length} rows, the hand-written code {theirs.Length}, not the same.");
            }
        }
    }

    private static async Task<AccountData[]> ResultAsync(IAccountStore store, Operation operation, int number)
    {
        Task read = operation.Call(store, number);
        await read.ConfigureAwait(false);
        // Words give no order.
        return [.. store.Result(read).OrderBy(account => account.Email, StringComparer.Ordinal)];
    }
}
