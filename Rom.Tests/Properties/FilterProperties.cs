using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Properties;

/// <summary>Random queries on random rows of several models answer what LINQ answers on the loaded rows, whichever way the search takes.</summary>
[TestFixture(EngineKind.Memory)]
[TestFixture(EngineKind.Redis)]
public sealed class FilterProperties(EngineKind kind)
{
    private QueryTargets _targets = null!;

    private static IEnumerable<string> Models => Subject.All.Select(subject => subject.Name);

    [OneTimeSetUp]
    public async Task OpenAsync() => _targets = await QueryTargets.OpenAsync(kind);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (_targets is not null) await _targets.DisposeAsync();
    }

    [TestCaseSource(nameof(Models))]
    public Task A_query_answers_what_LINQ_on_the_loaded_rows_answers(string model) =>
        Subject.All.Single(subject => subject.Name == model).CheckAsync(_targets, PropertyRun.Cases, PropertyRun.OnlyCase);
}
