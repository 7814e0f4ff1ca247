using NUnit.Framework;

namespace Rom.Tests.Properties;

/// <summary>The property tests can fail, and their random cases are worth running.</summary>
public sealed class PropertyRunTests
{
    [Test]
    public void A_failure_is_shrunk_and_says_how_to_repeat_it()
    {
        AssertionException failure = Assert.Throws<AssertionException>(() => PropertyRun.Check(
            5000, 1000, PersonQuery.Make, query => query.Smaller(), query => query.ToString().Contains(".Balance", StringComparison.Ordinal) ? "wrong" : null))!;

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
            return [.. Enumerable.Range(0, 50).Select(_ => PersonQuery.Make(random).ToString())];
        }
    }

    /// <summary>Conditions that hold for all rows or for none test little.</summary>
    [Test]
    public async Task Random_conditions_tell_random_people_apart()
    {
        Random random = PropertyRun.Random(7000);
        PersonData data;
        do
        {
            await using RomDatabase database = RomDatabase.InMemory();
            data = new PersonData(random);
            await data.StoreAsync(database);
        }
        while (data.People.Count < 20);

        int telling = Enumerable.Range(0, 1000).Select(_ => ConditionSource.Condition(random))
            .Count(condition => data.People.Any(condition.Holds) && !data.People.All(condition.Holds));
        Assert.That(telling, Is.GreaterThan(500), PropertyRun.Repeat);
    }
}
