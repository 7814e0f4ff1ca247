using System.Text.RegularExpressions;
using NUnit.Framework;
using Rom.Storage.Memory;
using Rom.Tests.TestModels;
using PersonCase = Rom.Tests.Properties.QueryCase<Rom.Tests.TestModels.Person, long, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>The property tests can fail, and their random cases are worth running.</summary>
public sealed partial class PropertyRunTests
{
    private const int Cases = 8_000;

    private static readonly PersonSubject People = new();

    private static IEnumerable<string> Models => Subject.All.Select(subject => subject.Name);

    [Test]
    public void A_failure_is_shrunk_and_says_how_to_repeat_it()
    {
        AssertionException failure = Assert.Throws<AssertionException>(() => PropertyRun.Check(
            5000, 1000, random => PersonCase.Make(People, random), query => query.Smaller(), query => query.ToString().Contains(".Balance", StringComparison.Ordinal) ? "wrong" : null))!;

        Assert.That(failure.Message, Does.Contain($"ROM_PROPERTY_SEED={PropertyRun.Seed}").And.Contain("wrong"));
        string shrunk = failure.Message[failure.Message.IndexOf("Person.Query", StringComparison.Ordinal)..];
        Assert.That(shrunk, Does.Not.Contain("&&").And.Not.Contain("||").And.Not.Contain("Skip").And.Not.Contain("Take"));
    }

    [Test]
    public void A_seed_gives_the_same_cases_again()
    {
        Assert.That(Queries(6000), Is.EqualTo(Queries(6000)));
        Assert.That(Queries(6000), Is.Not.EqualTo(Queries(6001)));

        static string[] Queries(int stream)
        {
            Random random = PropertyRun.Random(stream);
            return [.. Enumerable.Range(0, 50).Select(_ => PersonCase.Make(People, random).ToString())];
        }
    }

    /// <summary>The twin of the property test: an engine that answers a little wrong fails it, and the failure alone fails in the same way again.</summary>
    [Test]
    public void A_search_that_lies_is_found([Values(nameof(Person), nameof(Contact))] string model, [ValueSource(typeof(LyingEngine), nameof(LyingEngine.Lies))] string lie)
    {
        Subject subject = Subject.All.Single(one => one.Name == model);
        string failure = FailureOf(only: null);
        System.Text.RegularExpressions.Match repeat = Repeat().Match(failure);
        Assert.That(repeat.Success, failure);
        Assert.That(repeat.Groups["seed"].Value, Is.EqualTo($"{PropertyRun.Seed}"));
        Assert.That(FailureOf(repeat.Groups["case"].Value), Is.EqualTo(failure));

        string FailureOf(string? only)
        {
            QueryTargets lying = QueryTargets.InMemory(() => new RomDatabase(new LyingEngine(new MemoryEngine(), lie), new RomOptions()));
            return Assert.ThrowsAsync<AssertionException>(() => subject.CheckAsync(lying, Cases, only), $"{lie}: not found in {Cases} cases")!.Message;
        }
    }

    /// <summary>Conditions that hold for all rows or for none test little.</summary>
    [TestCaseSource(nameof(Models))]
    public async Task Random_conditions_tell_random_rows_apart(string model)
    {
        (int telling, int all) = await Subject.All.Single(subject => subject.Name == model).TellAsync(PropertyRun.Random(7000));
        Assert.That(telling, Is.GreaterThan(all / 2), PropertyRun.Repeat);
    }

    [Test]
    public async Task Random_units_are_committed_and_refused_for_every_reason()
    {
        List<string> outcomes = [];
        Random random = PropertyRun.Random(7100);
        for (int i = 0; i < 200; i++)
        {
            await using RomDatabase memory = RomDatabase.InMemory();
            UnitRun run = new(memory);
            Assert.That(await run.ProblemAsync(UnitHistory.Make(random)), Is.Null);
            outcomes.AddRange(run.Outcomes);
        }

        TestContext.Out.WriteLine($"{PropertyRun.Repeat} {outcomes.Count} units");
        foreach (string reason in (string[])["DataRaceException", "EntityDeletedException", "DuplicateKeyException", "UniqueViolationException Handle", "UniqueViolationException Buddy", ", "])
            Assert.That(outcomes.Count(outcome => outcome.Contains("Exception", StringComparison.Ordinal) && outcome.Contains(reason, StringComparison.Ordinal)), Is.GreaterThan(5), reason);
        Assert.That(outcomes.Count(outcome => !outcome.Contains("Exception", StringComparison.Ordinal)), Is.GreaterThan(outcomes.Count / 3), "committed");
    }

    [GeneratedRegex(@"ROM_PROPERTY_SEED=(?<seed>\d+) ROM_PROPERTY_CASES=\d+ ROM_PROPERTY_CASE=(?<case>\S+)\.\n")]
    private static partial Regex Repeat();
}
