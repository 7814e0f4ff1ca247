using System.Runtime.CompilerServices;
using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>A filter in two forms: as a user writes it with Rom's columns, and as the same C# on a loaded person.</summary>
internal abstract record Condition
{
    public abstract Filter Build(Person.Columns columns);

    public abstract bool Holds(Person person);

    /// <summary>Simpler conditions, for shrinking.</summary>
    public abstract IEnumerable<Condition> Smaller();

    /// <param name="value">The value or values that both forms compare with, for the message of a failure.</param>
    /// <param name="filter">For Rom.</param>
    /// <param name="test">For LINQ-to-objects.</param>
    /// <param name="text">Filled in by the compiler.</param>
    public static Condition Leaf(
        object? value, Func<Person.Columns, Filter> filter, Func<Person, bool> test, [CallerArgumentExpression(nameof(filter))] string text = "") =>
        new LeafCondition(text[(text.IndexOf('>') + 2)..], value, filter, test);
}

internal sealed record LeafCondition(string Text, object? Value, Func<Person.Columns, Filter> Filter, Func<Person, bool> Test) : Condition
{
    public override Filter Build(Person.Columns columns) => Filter(columns);

    public override bool Holds(Person person) => Test(person);

    public override IEnumerable<Condition> Smaller() => [];

    public override string ToString() => $"{Text} {{v = {ValueText.Of(Value)}}}";
}

internal sealed record AndCondition(Condition Left, Condition Right) : Condition
{
    public override Filter Build(Person.Columns columns) => Left.Build(columns) && Right.Build(columns);

    public override bool Holds(Person person) => Left.Holds(person) && Right.Holds(person);

    public override IEnumerable<Condition> Smaller() =>
        [Left, Right, .. Left.Smaller().Select(left => this with { Left = left }), .. Right.Smaller().Select(right => this with { Right = right })];

    public override string ToString() => $"({Left} && {Right})";
}

internal sealed record OrCondition(Condition Left, Condition Right) : Condition
{
    public override Filter Build(Person.Columns columns) => Left.Build(columns) || Right.Build(columns);

    public override bool Holds(Person person) => Left.Holds(person) || Right.Holds(person);

    public override IEnumerable<Condition> Smaller() =>
        [Left, Right, .. Left.Smaller().Select(left => this with { Left = left }), .. Right.Smaller().Select(right => this with { Right = right })];

    public override string ToString() => $"({Left} || {Right})";
}

internal sealed record NotCondition(Condition Inner) : Condition
{
    public override Filter Build(Person.Columns columns) => !Inner.Build(columns);

    public override bool Holds(Person person) => !Inner.Holds(person);

    public override IEnumerable<Condition> Smaller() => [Inner, .. Inner.Smaller().Select(inner => new NotCondition(inner))];

    public override string ToString() => $"!{Inner}";
}
