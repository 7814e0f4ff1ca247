namespace Rom.Tests.Properties;

/// <summary>Random rows of a model. Values of uniques are handed out once, so that changes in any order meet no duplicate.</summary>
/// <typeparam name="TModel">The model.</typeparam>
internal abstract class RowSource<TModel>(Random random)
    where TModel : class
{
    protected Random Random { get; } = random;

    /// <summary>What sets each column that is no part of a unique.</summary>
    protected abstract Action<TModel, Random>[] Changes { get; }

    public TModel Make()
    {
        TModel row = Create();
        foreach (Action<TModel, Random> change in Changes) change(row, Random);
        return row;
    }

    public void Change(TModel row)
    {
        for (int changes = Random.Next(1, 4); changes > 0; changes--) Random.One(Changes)(row, Random);
        ChangeUniques(row);
    }

    /// <summary>A new row with values of its own in the uniques.</summary>
    protected abstract TModel Create();

    protected abstract void ChangeUniques(TModel row);

    /// <summary>The values in another order, to be taken one by one.</summary>
    protected Queue<T> Shuffled<T>(IEnumerable<T> values) => new(values.OrderBy(_ => Random.Next()));
}
