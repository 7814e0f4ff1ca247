namespace Rom.Tests.Properties;

internal enum UnitAction
{
    Add,
    Change,
    Swap,
    Remove,
    Replace,
    ChangeBeside,
    DeleteBeside,
}

/// <summary>One thing that happens in a unit of work, or to the rows beside it before it is committed. Rows are named by numbers that mean some row, whatever there is.</summary>
/// <param name="Action">What happens.</param>
/// <param name="Row">Which row.</param>
/// <param name="Column">Which column changes.</param>
/// <param name="Value">To which value.</param>
internal sealed record UnitStep(UnitAction Action, int Row, int Column, int Value)
{
    private static readonly UnitAction[] Actions =
    [
        UnitAction.Add, UnitAction.Add, UnitAction.Add, UnitAction.Change, UnitAction.Change, UnitAction.Change, UnitAction.Change, UnitAction.Swap, UnitAction.Remove,
        UnitAction.Replace, UnitAction.ChangeBeside, UnitAction.DeleteBeside,
    ];

    public static UnitStep Make(Random random) => new(random.One(Actions), random.Next(100), random.Next(100), random.Next(100));
}

/// <summary>Units of work, one after the other.</summary>
internal sealed record UnitHistory(IReadOnlyList<IReadOnlyList<UnitStep>> Units)
{
    public static UnitHistory Make(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => (IReadOnlyList<UnitStep>)[.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => UnitStep.Make(random))])]);

    public IEnumerable<UnitHistory> Smaller()
    {
        for (int i = 0; i < Units.Count; i++) yield return new UnitHistory([.. Units.Where((_, at) => at != i)]);
        for (int i = 0; i < Units.Count; i++)
        {
            for (int j = 0; j < Units[i].Count; j++) yield return new UnitHistory([.. Units.Select((unit, at) => at != i ? unit : [.. unit.Where((_, step) => step != j)])]);
        }
    }

    public override string ToString() => string.Join('\n', Units.Select((unit, at) => $"unit {at}: {string.Join("; ", unit)}"));
}
