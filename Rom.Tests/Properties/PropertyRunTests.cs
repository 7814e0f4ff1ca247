using NUnit.Framework;
using Rom.Tests.TestModels;
using PersonCase = Rom.Tests.Properties.QueryCase<Rom.Tests.TestModels.Person, long, Rom.Tests.TestModels.Person.Columns>;

namespace Rom.Tests.Properties;

/// <summary>The property tests can fail, and their random cases are worth running.</summary>
public sealed class PropertyRunTests
{
    private static readonly PersonSubject People = new();

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

    /// <summary>Conditions that hold for all rows or for none test little.</summary>
    [Test]
    public async Task Random_conditions_tell_random_people_apart()
    {
        Random random = PropertyRun.Random(7000);
        List<Person> people;
        do
        {
            await using RomDatabase database = RomDatabase.InMemory();
            people = await People.StoreAsync(database, random);
        }
        while (people.Count < 20);

        int telling = Enumerable.Range(0, 1000).Select(_ => People.Conditions.Make(random))
            .Count(condition => people.Any(condition.Holds) && !people.All(condition.Holds));
        Assert.That(telling, Is.GreaterThan(500), PropertyRun.Repeat);
    }
}
