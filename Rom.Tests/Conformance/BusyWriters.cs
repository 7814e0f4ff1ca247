using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Writers who load and change one person, index entries and uniques included, until the row is gone.</summary>
internal sealed class BusyWriters : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _allWrite = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _idle;

    private BusyWriters(int writers) => _idle = writers;

    /// <summary>How each ended: the row is gone, some other error, or null when they were stopped first.</summary>
    public Task<RomException?[]> Ended { get; private set; } = null!;

    /// <summary>Starts them, and waits until each has written or lost a race.</summary>
    public static async Task<BusyWriters> StartAsync(int writers, Func<int, RomDatabase> client, long id)
    {
        BusyWriters busy = new(writers);
        busy.Ended = Race.RunAsync(writers, writer => busy.WriteAsync(writer, client(writer), id));
        await Task.WhenAny(busy._allWrite.Task, busy.Ended);
        return busy;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended;
        _stop.Dispose();
    }

    private async Task WriteAsync(int writer, RomDatabase client, long id)
    {
        for (int change = 0; !_stop.IsCancellationRequested; change++)
        {
            Person person = await Person.GetAsync(client, id) ?? throw new EntityDeletedException("A read says so.");
            person.Age = writer * 1_000_000 + change;
            person.Status = (Status)(change % 5);
            person.Bio = $"one two{change % 3} three{writer}";
            person.City = change % 2 == 0 ? null : "Köln";
            person.Passport = writer * 1_000_000 + change;
            try
            {
                await person.SaveAsync(client);
            }
            catch (DataRaceException)
            {
                // Another writer was faster.
            }

            if (change == 0 && Interlocked.Decrement(ref _idle) == 0) _allWrite.SetResult();
            // In memory nothing else would let the others in.
            await Task.Yield();
        }
    }
}
