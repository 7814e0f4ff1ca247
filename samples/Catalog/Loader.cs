using Rom;

namespace Catalog;

/// <summary>Puts the packages of an index into a database, and takes them out.</summary>
internal sealed class Loader(RomDatabase db, TextWriter output, bool onTerminal)
{
    // One save is one round trip, so what a load waits for is the network: this many saves share the wait.
    private static readonly ParallelOptions InFlight = new() { MaxDegreeOfParallelism = 32 };

    private long _saved;
    private long _refused;

    public async Task LoadAsync(PackageFile file)
    {
        Progress progress = new(output, onTerminal);
        long before = db.RoundTrips;
        try
        {
            await Parallel.ForEachAsync(Read(file, progress), InFlight, SaveAsync);
        }
        finally
        {
            progress.Clear();
        }

        long trips = db.RoundTrips - before;
        output.WriteLine($"Loaded {Text.Count(_saved, "package")} in {Text.Duration(progress.Elapsed)}: " +
            $"{Text.Rate(_saved, progress.Elapsed)}, {Text.Count(trips, "round trip")}.");
        if (_refused > 0)
            output.WriteLine($"Refused {Text.Count(_refused, "record")}: another version of the same package was stored before.");
    }

    public async Task DeleteAllAsync()
    {
        const int batch = 1000;
        while (await Package.Query(db).Take(batch).ToListAsync() is { Count: > 0 } packages)
        {
            await Parallel.ForEachAsync(packages, InFlight, async (package, cancel) => await package.DeleteAsync(db, cancel));
        }
    }

    /// <summary>Runs on one task at a time, between the saves: the place to look how far they are.</summary>
    private IEnumerable<Stanza> Read(PackageFile file, Progress progress)
    {
        foreach (Stanza stanza in file.ReadStanzas())
        {
            progress.Report(file.Fraction, Interlocked.Read(ref _saved));
            yield return stanza;
        }
    }

    private async ValueTask SaveAsync(Stanza stanza, CancellationToken cancel)
    {
        try
        {
            await PackageRecord.Parse(stanza).SaveAsync(db, cancellationToken: cancel);
            Interlocked.Increment(ref _saved);
        }
        catch (UniqueViolationException)
        {
            // A full index lists a few packages, such as linux-doc, in two versions.
            Interlocked.Increment(ref _refused);
        }
    }
}
