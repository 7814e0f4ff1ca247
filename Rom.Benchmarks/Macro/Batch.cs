using System.Diagnostics;

namespace Rom.Benchmarks.Macro;

/// <summary>A number of calls of one operation by one side, by one caller or several at once.</summary>
internal sealed class Batch(ServerStatistics server)
{
    public async Task<Sample> MeasureAsync(IAccountStore store, Operation operation, int calls, int callers)
    {
        GC.Collect();
        await server.ResetAsync().ConfigureAwait(false);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await RunAsync(store, operation.Call, calls, callers).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        double serverTime = await server.MicrosecondsPerCallAsync(operation.Command).ConfigureAwait(false);
        return new Sample(time.TotalMicroseconds / calls, processor.TotalMicroseconds / calls, (double)allocated / calls, serverTime);
    }

    public static Task RunAsync(IAccountStore store, Func<IAccountStore, int, Task> call, int calls, int callers)
    {
        Task[] loops = new Task[callers];
        for (int caller = 0; caller < callers; caller++)
        {
            int from = caller * calls / callers, to = (caller + 1) * calls / callers;
            loops[caller] = Task.Run(async () =>
            {
                for (int number = from; number < to; number++) await call(store, number).ConfigureAwait(false);
            });
        }

        return Task.WhenAll(loops);
    }
}
