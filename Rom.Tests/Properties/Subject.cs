using System.Text;
using Rom.CompilerServices;

namespace Rom.Tests.Properties;

/// <summary>A model whose random rows are asked random queries.</summary>
internal abstract class Subject
{
    private const int CasesPerDataset = 100;

    public static readonly Subject[] All =
    [
        new PersonSubject(), new ContactSubject(), new GaugeSubject(), new DeviceSubject(), new PageSubject(), new StopSubject(), new VisitSubject(), new SeatSubject(), new LoginSubject(),
    ];

    public abstract string Name { get; }

    /// <summary>How many of a hundred cases are about this model.</summary>
    protected abstract int Share { get; }

    /// <param name="targets">Where the queries are asked.</param>
    /// <param name="cases">How many cases there are in all.</param>
    /// <param name="only">The name of the one case to be run; null: all.</param>
    public async Task CheckAsync(QueryTargets targets, int cases, string? only)
    {
        int own = Math.Max(1, cases * Share / 100);
        for (int dataset = 0; dataset * CasesPerDataset < own; dataset++)
        {
            CaseRange range = new(Name, dataset, Math.Min(CasesPerDataset, own - dataset * CasesPerDataset), only);
            if (range.IsWanted) await CheckAsync(targets, range);
        }
    }

    /// <summary>How many of some random conditions hold for some random rows and not for others.</summary>
    public abstract Task<(int Telling, int All)> TellAsync(Random random);

    protected abstract Task CheckAsync(QueryTargets targets, CaseRange range);

    public override string ToString() => Name;
}

/// <summary>Its columns, orders and rows.</summary>
internal abstract class Subject<TModel, TKey, TColumns> : Subject
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private const int MaxRows = 60, ManyRows = 1_500;

    public override string Name => typeof(TModel).Name;

    public abstract ConditionSource<TModel, TColumns> Conditions { get; }

    /// <summary>What is read of its rows in particular.</summary>
    public abstract IReadOnlyList<Reading<TModel, TKey, TColumns>> Readings { get; }

    /// <summary>The columns of the index that stands in for the set of all keys, in whose order rows come that nothing else orders; empty: there is the set, or neither.</summary>
    public virtual string[] RowOrder => [];

    /// <summary>Whether there is either.</summary>
    public virtual bool HasRowSource => true;

    /// <summary>Everything that rows can be ordered by.</summary>
    public abstract IReadOnlyList<ColumnOrder<TModel, TColumns>> Orders(Random random);

    public string KeyText(TModel row) => Encoding.UTF8.GetString(TModel.EncodeKey(TModel.GetKey(row))!);

    /// <summary>Stores random rows through a history of inserts, changes and deletes, so that stale index entries would show, and loads them.</summary>
    public async Task<List<TModel>> StoreAsync(RomDatabase database, Random random)
    {
        RowSource<TModel> source = Rows(random);
        // Now and then so many rows that a script reads its sets and ranges in several pages.
        int rows = random.Next(32) switch { 0 or 1 => random.Next(3), 2 => ManyRows, _ => random.Next(MaxRows + 1) };
        List<TModel> stored = [.. Enumerable.Range(0, rows).Select(_ => source.Make())];
        await database.SaveAllAsync(stored.Take(rows / 2));
        foreach (TModel row in stored.Skip(rows / 2)) await EntityOperations<TModel, TKey, TColumns>.SaveAsync(database, row, SaveMode.Changed, default);
        List<Task> changes = [];
        foreach (TModel row in stored.ToArray())
        {
            switch (random.Next(10))
            {
                case 0:
                    changes.Add(EntityOperations<TModel, TKey, TColumns>.DeleteAsync(database, row, default));
                    stored.Remove(row);
                    break;
                case < 5:
                    source.Change(row);
                    SaveMode mode = random.One([SaveMode.Changed, SaveMode.Full, SaveMode.Force, SaveMode.Replace, SaveMode.Upsert]);
                    changes.Add(EntityOperations<TModel, TKey, TColumns>.SaveAsync(database, row, mode, default));
                    break;
            }
        }

        await Task.WhenAll(changes);
        return await EntityOperations<TModel, TKey, TColumns>.GetAsync(database, stored.Select(TModel.GetKey), default);
    }

    public override async Task<(int Telling, int All)> TellAsync(Random random)
    {
        List<TModel> rows;
        do
        {
            await using RomDatabase database = RomDatabase.InMemory();
            rows = await StoreAsync(database, random);
        }
        while (rows.Count < 20);

        Condition<TModel, TColumns>[] conditions = [.. Enumerable.Range(0, 1000).Select(_ => Conditions.Make(random))];
        return (conditions.Count(condition => rows.Any(condition.Holds) && !rows.All(condition.Holds)), conditions.Length);
    }

    protected abstract RowSource<TModel> Rows(Random random);

    protected override async Task CheckAsync(QueryTargets targets, CaseRange range)
    {
        await targets.ClearAsync();
        List<TModel> rows = await StoreAsync(targets.All[0].Database, range.DataRandom);
        await PropertyRun.CheckAsync(
            range, random => QueryCase<TModel, TKey, TColumns>.Make(this, random), query => query.Smaller(), query => ProblemAsync(query, targets, rows));
        await targets.VerifyAsync(TModel.Metadata);
    }

    private async Task<string?> ProblemAsync(QueryCase<TModel, TKey, TColumns> query, QueryTargets targets, List<TModel> rows)
    {
        int ways = targets.All.Count;
        (string way, RomDatabase database) = targets.All[query.Way % ways];
        if (query.IsRefused) return await RefusalProblemAsync(query, database) is { } answered ? $"{way}: {answered}" : null;
        List<TModel> expected = query.Expected(rows), actual = await query.Build(database).ToListAsync();
        if (!actual.Select(TModel.GetKey).SequenceEqual(expected.Select(TModel.GetKey))) return $"ToListAsync, {way}: {Difference(rows, expected, actual)}";
        (way, database) = targets.All[query.Way / ways % ways];
        return await query.Reading.ProblemAsync(query, database, expected) is { } problem ? $"{way}: {problem}" : null;
    }

    private static async Task<string?> RefusalProblemAsync(QueryCase<TModel, TKey, TColumns> query, RomDatabase database)
    {
        try
        {
            await query.Build(database).ToListAsync();
            return "An answer, without anything that tells which rows there are.";
        }
        catch (QueryException)
        {
            return null;
        }
    }

    private string Difference(List<TModel> rows, List<TModel> expected, List<TModel> actual)
    {
        string[] wanted = [.. expected.Select(KeyText)], got = [.. actual.Select(KeyText)];
        IEnumerable<string> wrong = rows.Where(row => wanted.Contains(KeyText(row)) != got.Contains(KeyText(row)))
            .Select(row => $"\n  {(wanted.Contains(KeyText(row)) ? "missing" : "too many")}: {Text(row)}");
        return $"[{string.Join(", ", got)}] instead of [{string.Join(", ", wanted)}]{string.Concat(wrong)}";
    }

    private static string Text(TModel row) => string.Join(
        ", ", typeof(TModel).GetProperties().Where(property => property.CanWrite).Select(property => $"{property.Name} = {ValueText.Of(property.GetValue(row))}"));
}
