using Rom.Storage;

namespace Rom.Querying;

/// <summary>
/// Different values, and of each the first place in an order at which a row has it. They are boxed, because a Native AOT program would have a copy of this
/// for each type.
/// </summary>
internal sealed class FirstPlaces(SearchPlan plan)
{
    private static readonly object Null = new();

    private readonly Dictionary<object, (OrderPosition Place, object? Value)> _firsts = [];
    private readonly int _direction = plan.Descending ? -1 : 1;

    public void Add(byte[]?[] row, object? value)
    {
        OrderPosition place = OrderPosition.Of(plan, row);
        object key = value ?? Null;
        if (!_firsts.TryGetValue(key, out (OrderPosition Place, object? Value) first) || _direction * place.CompareTo(first.Place) < 0) _firsts[key] = (place, value);
    }

    public List<object?> InOrder()
    {
        List<(OrderPosition Place, object? Value)> firsts = [.. _firsts.Values];
        firsts.Sort((x, y) => _direction * x.Place.CompareTo(y.Place));
        return firsts.ConvertAll(first => first.Value);
    }
}
