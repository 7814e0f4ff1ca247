using NUnit.Framework;

namespace Rom.Tests.Properties;

/// <summary>What is read of a query's rows, as Rom and as LINQ-to-objects read it. Errors that are part of the answer are compared by their type.</summary>
/// <param name="Text">For the message of a failure.</param>
/// <param name="Read">By Rom.</param>
/// <param name="Expected">Of the rows that LINQ found.</param>
/// <param name="IsWindowed">Whether it can be read of a query with a window.</param>
internal sealed record Reading<TModel, TKey, TColumns>(
    string Text, Func<QueryCase<TModel, TKey, TColumns>, RomContext, Task<object?>> Read, Func<IReadOnlyList<TModel>, object?> Expected, bool IsWindowed = true)
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    public async Task<string?> ProblemAsync(QueryCase<TModel, TKey, TColumns> query, RomContext context, IReadOnlyList<TModel> rows)
    {
        if (!IsWindowed && query.Steps.Count > 0) return null;
        object? expected = await OutcomeAsync(() => Task.FromResult(Expected(rows))), actual = await OutcomeAsync(() => Read(query, context));
        return Is.EqualTo(expected).ApplyTo(actual).IsSuccess ? null : $"{Text}: {ValueText.Of(actual)} instead of {ValueText.Of(expected)}";
    }

    private static async Task<object?> OutcomeAsync(Func<Task<object?>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is OverflowException or InvalidOperationException or QueryException)
        {
            return e.GetType();
        }
    }
}

/// <summary>What can be read of the rows of every model.</summary>
internal static class Readings<TModel, TKey, TColumns>
    where TModel : class, IRomModel<TModel, TKey, TColumns>
    where TKey : notnull
    where TColumns : class
{
    private const int MostRows = 10_000;

    public static readonly Reading<TModel, TKey, TColumns>[] All =
    [
        // Counts are answered in more ways than anything else.
        Count, Count, Count,
        Of("AnyAsync()", q => q.AnyAsync(), rows => rows.Count > 0),
        Of("FirstOrDefaultAsync()", async q => Key(await q.FirstOrDefaultAsync()), rows => Key(First(rows))),
        Of("SingleOrDefaultAsync()", async q => Key(await q.SingleOrDefaultAsync()), rows => rows.Count > 1 ? throw new QueryException("Several.") : Key(First(rows))),
        Of("AsNoTracking()", async q => (await q.AsNoTracking().ToListAsync()).Select(TModel.GetKey), rows => rows.Select(TModel.GetKey)),
        new("ToPageAsync()", async (query, context) => await PagesAsync(query, context), rows => rows.Select(TModel.GetKey).ToArray(), IsWindowed: false),
        new("AsAsyncEnumerable()", async (query, context) => await StreamAsync(query, context), rows => rows.Select(TModel.GetKey).ToArray()),
    ];

    private static Reading<TModel, TKey, TColumns> Count => Of("CountAsync()", q => q.CountAsync(), rows => (long)rows.Count);

    public static Reading<TModel, TKey, TColumns> Of<T>(
        string text, Func<RomQuery<TModel, TKey, TColumns>, Task<T>> read, Func<IReadOnlyList<TModel>, object?> expected, bool isWindowed = true) =>
        new(text, async (query, context) => await read(query.Build(context)), expected, isWindowed);

    private static TModel? First(IReadOnlyList<TModel> rows) => rows is [{ } first, ..] ? first : null;

    private static object? Key(TModel? row) => row is null ? null : TModel.GetKey(row);

    private static async Task<List<TKey>> PagesAsync(QueryCase<TModel, TKey, TColumns> query, RomContext context)
    {
        List<TKey> keys = [];
        string? cursor = null;
        do
        {
            RomPage<TModel> page = await query.Ordered(context).ToPageAsync(query.PageSize, cursor);
            keys.AddRange(page.Items.Select(TModel.GetKey));
            if (keys.Count > MostRows) throw new InvalidOperationException("Pages without end.");
            cursor = page.Next;
        }
        while (cursor is not null);
        return keys;
    }

    private static async Task<IEnumerable<TKey>> StreamAsync(QueryCase<TModel, TKey, TColumns> query, RomContext context) =>
        (await ListAsync(query.Build(context).AsAsyncEnumerable(query.PageSize))).Select(TModel.GetKey);

    /// <summary>Everything that a stream gives, which must have an end.</summary>
    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
            if (items.Count > MostRows) throw new InvalidOperationException("A stream without end.");
        }

        return items;
    }
}
