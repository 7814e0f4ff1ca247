using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Random queries on random data answer what LINQ answers on the loaded rows, whichever way the search takes.</summary>
public sealed class FilterProperties(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Datasets = 10;

    private readonly List<(string Name, RomDatabase Database)> _searched = [];

    protected override ModelMetadata[] VerifiedModels => [Metadata<Person, long, Person.Columns>()];

    [SetUp]
    public async Task OpenSearchedAsync()
    {
        _searched.Clear();
        _searched.Add(("as planned", Db));
        if (Kind != EngineKind.Redis) return;
        RomOptions options = new() { KeyPrefix = Prefix };
        _searched.Add(("always driven by a condition", await ForcedPlanConnection.OpenAsync(SharedRedis.RequireAddress(), options, drive: true)));
        _searched.Add(("always walking the order", await ForcedPlanConnection.OpenAsync(SharedRedis.RequireAddress(), options, drive: false)));
        RomOptions few = new() { KeyPrefix = Prefix, MaxRowsVisitedPerCall = 3 };
        _searched.Add(("in many calls", await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), few)));
        _searched.Add(("in many calls, always driven", await ForcedPlanConnection.OpenAsync(SharedRedis.RequireAddress(), few, drive: true)));
        _searched.Add(("in many calls, always walking", await ForcedPlanConnection.OpenAsync(SharedRedis.RequireAddress(), few, drive: false)));
    }

    [TearDown]
    public async Task CloseSearchedAsync()
    {
        foreach ((_, RomDatabase database) in _searched.Skip(1)) await database.DisposeAsync();
    }

    [Test]
    public async Task A_query_answers_what_LINQ_on_the_loaded_rows_answers([Range(0, Datasets - 1)] int dataset)
    {
        PersonData data = new(PropertyRun.Random(dataset));
        await data.StoreAsync(Db);
        List<Person> loaded = await Person.GetAsync(Other, data.People.Select(person => person.Id));
        Assert.That(loaded.Select(person => person.ToDictionary()), Is.EqualTo(data.People.Select(person => person.ToDictionary())), PropertyRun.Repeat);

        await PropertyRun.CheckAsync(
            dataset, Math.Max(1, PropertyRun.Cases / Datasets), PersonQuery.Make, query => query.Smaller(), query => ProblemAsync(query, loaded));
    }

    private async Task<string?> ProblemAsync(PersonQuery query, List<Person> people)
    {
        List<Person> expected = query.Expected(people);
        foreach ((string name, RomDatabase database) in _searched)
        {
            List<Person> actual = await query.Build(database).ToListAsync();
            if (!actual.Select(person => person.Id).SequenceEqual(expected.Select(person => person.Id)))
                return $"ToListAsync, {name}: {Difference(people, expected, actual)}";
        }

        // The other terminals share all that was compared above but their last step.
        foreach ((string name, RomDatabase database) in _searched.Where((_, at) => at is 0 or 3))
        {
            long count = await query.Build(database).CountAsync();
            if (count != expected.Count) return $"CountAsync, {name}: {count} instead of {expected.Count}";
            if (await query.Build(database).AnyAsync() != expected.Count > 0) return $"AnyAsync, {name}: not {expected.Count > 0}";
            Person? first = await query.Build(database).FirstOrDefaultAsync();
            if (first?.Id != expected.FirstOrDefault()?.Id)
                return $"FirstOrDefaultAsync, {name}: {ValueText.Of(first?.Id)} instead of {ValueText.Of(expected.FirstOrDefault()?.Id)}";
            List<long> paged = await query.PagedAsync(database);
            if (!paged.SequenceEqual(expected.Select(person => person.Id)))
                return $"pages, {name}: [{string.Join(", ", paged)}] instead of [{string.Join(", ", expected.Select(person => person.Id))}]";
            long points = expected.Aggregate(0L, (sum, person) => unchecked(sum + person.Points % 1000));
            long read = (await query.Build(database).Select(c => c.Points).ToListAsync()).Aggregate(0L, (sum, value) => unchecked(sum + value % 1000));
            if (read != points) return $"Select, {name}: {read} instead of {points}";
        }

        return null;
    }

    private static string Difference(List<Person> people, List<Person> expected, List<Person> actual)
    {
        long[] wanted = [.. expected.Select(person => person.Id)], got = [.. actual.Select(person => person.Id)];
        IEnumerable<string> rows = people.Where(person => wanted.Contains(person.Id) != got.Contains(person.Id))
            .Select(person => $"\n  {(wanted.Contains(person.Id) ? "missing" : "too many")}: {Row(person)}");
        return $"[{string.Join(", ", got)}] instead of [{string.Join(", ", wanted)}]{string.Concat(rows)}";
    }

    private static string Row(Person person) => string.Join(", ", person.ToDictionary().Select(pair => $"{pair.Key} = {ValueText.Of(pair.Value)}"));
}
