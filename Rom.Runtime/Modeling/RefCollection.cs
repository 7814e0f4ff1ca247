using System.ComponentModel;
using Rom.CompilerServices;
using Rom.Querying;
using Rom.Storage;

namespace Rom;

/// <summary>
/// The entities of a model that refer to an entity by a property: a query on the index that every reference has. Nothing is kept; each call asks the
/// store. An entity that has no key yet has none. The generated <c>Query(context)</c> gives the query, to add conditions and an order.
/// </summary>
/// <typeparam name="T">The model of the entities.</typeparam>
public sealed class RefCollection<T>
    where T : class, IRomModel<T>
{
    private readonly IRomEntity _owner;
    private readonly string _reference;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RefCollection(IRomEntity owner, string reference) => (_owner, _reference) = (owner, reference);

    /// <summary>Which rows they are.</summary>
    internal Filter Filter
    {
        get
        {
            if (_owner.Handler.KeyOf(_owner) is not { } key) return new Filter(ConstantFilter.None);
            ColumnMetadata column = T.ModelHandler.Model.Columns.First(one => one.Property == _reference);
            return Filters.Equal(new ReferenceColumn(column), FilterValue.Stored(key));
        }
    }

    /// <summary>The entities, in the order of their keys' stored text. One round trip, O(log n + rows).</summary>
    /// <param name="context">The database or session; a session gives the instances that it tracks.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<List<T>> ToListAsync(RomContext context, CancellationToken cancellationToken = default) => Rows(context).ListAsync(cancellationToken);

    /// <summary>How many there are. One round trip, O(log n).</summary>
    /// <param name="context">The database or session.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<long> CountAsync(RomContext context, CancellationToken cancellationToken = default) => Rows(context).CountAsync(most: null, cancellationToken);

    private RowQuery<T> Rows(RomContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        EntityHandler handler = T.ModelHandler;
        return new RowQuery<T>(context, handler.Model, QuerySpec.Everything with { Filter = Filter.Node }, Columns: null,
            row => (T)(context.Tracker is { } tracker ? tracker.Load(handler, row) : handler.Load(row)));
    }
}
