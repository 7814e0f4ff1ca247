using System.Diagnostics;

namespace Rom.Benchmarks.Macro;

/// <summary>A number of calls of one operation by one side.</summary>
internal sealed class Batch(ServerStatistics server)
{
    public async Task<Sample> MeasureAsync(IAccountStore store, Operation operation, Load load)
    {
        GC.Collect();
        await server.ResetAsync().ConfigureAwait(false);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await RunAsync(store, operation.Call, load).ConfigureAwait(false);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        processor = Environment.CpuUsage.TotalTime - processor;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        double serverTime = await server.MicrosecondsPerCallAsync(operation.Command).ConfigureAwait(false);
        return new Sample(time.TotalMicroseconds / load.Calls, processor.TotalMicroseconds / load.Calls, (double)allocated / load.Calls, serverTime);
    }

    public static Task RunAsync(IAccountStore store, Func<IAccountStore, int, Task> call, Load load)
    {
        Task[] loops = new Task[load.Callers];
        for (int caller = 0; caller < loops.Length; caller++)
        {
            int from = caller * load.Calls / loops.Length, to = (caller + 1) * load.Calls / loops.Length;
            loops[caller] = Task.Run(() => load.Window == 1 ? OneByOneAsync(store, call, from, to) : PipelinedAsync(store, call, from, to, load.Window));
        }

        return Task.WhenAll(loops);
    }

    private static async Task OneByOneAsync(IAccountStore store, Func<IAccountStore, int, Task> call, int from, int to)
    {
        for (int number = from; number < to; number++) await call(store, number).ConfigureAwait(false);
    }

    private static async Task PipelinedAsync(IAccountStore store, Func<IAccountStore, int, Task> call, int from, int to, int window)
    {
        Task[] issued = new Task[window];
        for (int first = from; first < to; first += window)
        {
            for (int i = 0; i < window; i++) issued[i] = first + i < to ? call(store, first + i) : Task.CompletedTask;
            foreach (Task task in issued) await task.ConfigureAwait(false);
        }
    }
}
