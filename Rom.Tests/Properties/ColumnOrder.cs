namespace Rom.Tests.Properties;

/// <summary>An order in two forms: as a user asks Rom for it, and as LINQ-to-objects sorts.</summary>
/// <param name="Text">For the message of a failure.</param>
/// <param name="Property">The property or computed index ordered by.</param>
/// <param name="Column">For Rom.</param>
/// <param name="Comparison">Null first, then NaN; what C# holds equal ties.</param>
/// <param name="IsNull">Whether a row has no value.</param>
internal sealed record ColumnOrder<TModel, TColumns>(
    string Text, string Property, Func<TColumns, IOrderableColumn> Column, Comparison<TModel> Comparison, Func<TModel, bool> IsNull)
{
    public static ColumnOrder<TModel, TColumns> Of<T>(string property, Func<TColumns, IOrderableColumn> column, Func<TModel, T> value, IComparer<T>? comparer = null) =>
        new($"c.{property}", property, column, (x, y) => (comparer ?? Comparer<T>.Default).Compare(value(x), value(y)), row => value(row) is null);
}

/// <summary>One step of a query's order.</summary>
internal sealed record OrderStep<TModel, TColumns>(ColumnOrder<TModel, TColumns> Order, bool Descending, Nulls Nulls)
{
    public static OrderStep<TModel, TColumns> Make(Random random, ColumnOrder<TModel, TColumns> order) =>
        new(order, random.Next(2) == 0, random.Next(2) == 0 ? Nulls.Lowest : random.One<Nulls>([Nulls.First, Nulls.Last]));

    public int Compare(TModel x, TModel y)
    {
        if (Nulls != Nulls.Lowest && Order.IsNull(x) != Order.IsNull(y)) return Order.IsNull(x) == (Nulls == Nulls.First) ? -1 : 1;
        int compared = Order.Comparison(x, y);
        return Descending ? -Math.Sign(compared) : compared;
    }

    public string Text(bool isFirst) => $"\n  .{(isFirst ? "OrderBy" : "ThenBy")}{(Descending ? "Descending" : "")}(c => {Order.Text}, Nulls.{Nulls})";
}
