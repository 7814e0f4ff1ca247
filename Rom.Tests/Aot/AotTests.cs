using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Aot;

/// <summary>
/// Programs that use Rom publish trimmed and Native AOT without a warning from Rom's own or generated code, and then answer as they did before.
/// Start times are printed, and are no test.
/// </summary>
[Category("Aot")]
[TestFixture("Native")]
[TestFixture("Trimmed")]
public class AotTests(string publishAs)
{
    private string _folder = null!;
    private PublishedProgram _program = null!;

    [OneTimeSetUp]
    public async Task PublishAsync()
    {
        _folder = Directory.CreateTempSubdirectory("rom-aot-").FullName;
        _program = await PublishedProgram.PublishAsync(_folder, publishAs);
        await TestContext.Progress.WriteLineAsync($"{publishAs}: {_program.Size / 1e6:0.0} MB");
    }

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void No_warning_is_about_anything_but_the_client()
    {
        foreach (string warning in _program.Warnings) TestContext.Out.WriteLine(warning);

        Assert.That(_program.Warnings.Where(warning => !IlWarnings.IsOfClient(warning)), Is.Empty);
    }

    [Test]
    public void A_native_program_is_under_15_MB()
    {
        if (publishAs != "Native") Assert.Ignore("A trimmed program has the framework beside it.");

        Assert.That(_program.Size, Is.LessThan(15_000_000));
    }

    [Test]
    public async Task It_answers_in_memory() => await AnswersAsync("in memory");

    [Test]
    public async Task It_answers_on_Redis_and_goes_on_after_a_dropped_connection()
    {
        RedisProgram.Require();
        // Its own: other tests' connections are on the shared one.
        await using RedisServer server = await RedisServer.StartAsync();

        string output = await AnswersAsync("on Redis", "--redis", server.Address, "--kill");

        Assert.That(output, Does.Contain("the server dropped it"));
    }

    [Test]
    public async Task A_command_line_that_cannot_be_followed_ends_with_2()
    {
        (int exitCode, string output) = await _program.RunAsync("--kill");

        Assert.That(exitCode, Is.EqualTo(2), output);
    }

    private async Task<string> AnswersAsync(string where, params string[] arguments)
    {
        (int exitCode, string output) = await _program.RunAsync(arguments);
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Match("[1-9][0-9]* right, 0 wrong").And.Not.Contain("WRONG"));
        foreach (string line in output.Split('\n').Where(line => line.Contains(" ms ", StringComparison.Ordinal)))
            await TestContext.Progress.WriteLineAsync($"{publishAs}, {where}: {line.Trim()}");
        return output;
    }
}
