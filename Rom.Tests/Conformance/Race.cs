namespace Rom.Tests.Conformance;

/// <summary>Work that starts on many threads at once.</summary>
internal static class Race
{
    /// <summary>Runs work for each runner and waits for all.</summary>
    /// <returns>For each runner Rom's error, or null; any other error is thrown.</returns>
    public static async Task<RomException?[]> RunAsync(int runners, Func<int, Task> run)
    {
        TaskCompletionSource start = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<RomException?>[] running = [.. Enumerable.Range(0, runners).Select(runner => RunAsync(start.Task, () => run(runner)))];
        start.SetResult();
        return await Task.WhenAll(running);
    }

    private static async Task<RomException?> RunAsync(Task start, Func<Task> run)
    {
        await start;
        try
        {
            // On another thread even when the engine answers at once.
            await Task.Run(run);
            return null;
        }
        catch (RomException e)
        {
            return e;
        }
    }
}
