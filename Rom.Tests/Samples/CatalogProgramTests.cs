using Catalog;
using NUnit.Framework;

namespace Rom.Tests.Samples;

/// <summary>Runs the sample as its command line does, in memory.</summary>
[SetCulture("")]
public class CatalogProgramTests
{
    [Test]
    public async Task AnswersEveryQuestionAboutTheSlice()
    {
        Run run = await RunAsync();
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Exit, Is.Zero);

        string[] answers = run.Output.Split("\n\n");
        Assert.That(answers, Has.Length.EqualTo(8));
        Assert.That(answers[0], Does.Contain("Loaded 2,105 packages").And.Contain("2,105 round trips"));
        Assert.That(answers[1], Does.Contain("bash 5.2").And.Contain("GNU Bourne Again SHell").And.Contain("-> 1 round trip,"));
        Assert.That(answers[2], Does.Contain("  python3-aiohttp-openmetrics  ").And.Contain("  132 packages\n"));
        Assert.That(answers[2], Does.Contain("-> 2 round trips,"));
        Assert.That(answers[3], Does.Contain("  lua-redis  ").And.Contain("  ruby-redis  ").And.Contain("-> 1 round trip,"));
        Assert.That(answers[4].Split('\n'), Has.Length.EqualTo(1 + 5 + 1));
        Assert.That(answers[5].Split('\n'), Has.Length.EqualTo(1 + 10 + 1).And.ItemAt(1).StartsWith("  pidgin-data "));
        Assert.That(answers[6], Does.Contain(" 103\n").And.Contain(" 2,002\n"));
        Assert.That(answers[7], Does.Contain("by name                  not found\n").And.Contain("-> 9 round trips,"));
    }

    [Test]
    public async Task LinesFitATerminal()
    {
        Assert.That((await RunAsync()).Output.Split('\n'), Has.All.Length.LessThan(80));
    }

    [Test]
    public async Task SaysHowItIsUsed()
    {
        Run run = await RunAsync("--help");
        Assert.That(run.Exit, Is.Zero);
        Assert.That(run.Output, Does.Contain("--redis HOST"));
    }

    [Test]
    public async Task ArgumentsThatCannotBeFollowedEndWithTwo()
    {
        Run run = await RunAsync("--rediss");
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("There is no option --rediss.").And.Contain("--redis HOST"));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    public async Task AFileThatIsNotThereEndsWithOne()
    {
        Run run = await RunAsync("no-such-file");
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Error, Is.EqualTo("There is no file no-such-file."));
    }

    private static async Task<Run> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exit = await new CatalogProgram(output, error, onTerminal: false).RunAsync(arguments);
        return new Run(exit, Lines(output), Lines(error));
    }

    private static string Lines(StringWriter text) => text.ToString().ReplaceLineEndings("\n").TrimEnd();

    private sealed record Run(int Exit, string Output, string Error);
}
