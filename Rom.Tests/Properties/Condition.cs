using System.Runtime.CompilerServices;

namespace Rom.Tests.Properties;

/// <summary>A filter in two forms: as a user writes it with Rom's columns, and as the same C# on a loaded row.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TColumns">Its typed columns.</typeparam>
internal abstract record Condition<TModel, TColumns>
{
    public abstract Filter Build(TColumns columns);

    public abstract bool Holds(TModel row);

    /// <summary>Simpler conditions, for shrinking.</summary>
    public abstract IEnumerable<Condition<TModel, TColumns>> Smaller();

    /// <param name="value">The value or values that both forms compare with, for the message of a failure.</param>
    /// <param name="filter">For Rom.</param>
    /// <param name="test">For LINQ-to-objects.</param>
    /// <param name="text">Filled in by the compiler.</param>
    public static Condition<TModel, TColumns> Leaf(
        object? value, Func<TColumns, Filter> filter, Func<TModel, bool> test, [CallerArgumentExpression(nameof(filter))] string text = "") =>
        new LeafCondition<TModel, TColumns>(text[(text.IndexOf('>') + 2)..], value, filter, test);
}

internal sealed record LeafCondition<TModel, TColumns>(string Text, object? Value, Func<TColumns, Filter> Filter, Func<TModel, bool> Test) : Condition<TModel, TColumns>
{
    public override Filter Build(TColumns columns) => Filter(columns);

    public override bool Holds(TModel row) => Test(row);

    public override IEnumerable<Condition<TModel, TColumns>> Smaller() => [];

    public override string ToString() => $"{Text} {{v = {ValueText.Of(Value)}}}";
}

internal sealed record AndCondition<TModel, TColumns>(Condition<TModel, TColumns> Left, Condition<TModel, TColumns> Right) : Condition<TModel, TColumns>
{
    public override Filter Build(TColumns columns) => Left.Build(columns) && Right.Build(columns);

    public override bool Holds(TModel row) => Left.Holds(row) && Right.Holds(row);

    public override IEnumerable<Condition<TModel, TColumns>> Smaller() =>
        [Left, Right, .. Left.Smaller().Select(left => this with { Left = left }), .. Right.Smaller().Select(right => this with { Right = right })];

    public override string ToString() => $"({Left} && {Right})";
}

internal sealed record OrCondition<TModel, TColumns>(Condition<TModel, TColumns> Left, Condition<TModel, TColumns> Right) : Condition<TModel, TColumns>
{
    public override Filter Build(TColumns columns) => Left.Build(columns) || Right.Build(columns);

    public override bool Holds(TModel row) => Left.Holds(row) || Right.Holds(row);

    public override IEnumerable<Condition<TModel, TColumns>> Smaller() =>
        [Left, Right, .. Left.Smaller().Select(left => this with { Left = left }), .. Right.Smaller().Select(right => this with { Right = right })];

    public override string ToString() => $"({Left} || {Right})";
}

internal sealed record NotCondition<TModel, TColumns>(Condition<TModel, TColumns> Inner) : Condition<TModel, TColumns>
{
    public override Filter Build(TColumns columns) => !Inner.Build(columns);

    public override bool Holds(TModel row) => !Inner.Holds(row);

    public override IEnumerable<Condition<TModel, TColumns>> Smaller() => [Inner, .. Inner.Smaller().Select(inner => new NotCondition<TModel, TColumns>(inner))];

    public override string ToString() => $"!{Inner}";
}
