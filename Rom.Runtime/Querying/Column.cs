using System.ComponentModel;
using Rom.CompilerServices;

namespace Rom;

/// <summary>A typed column, as the lambda of a query sees it. The generated type of each column carries the operators that its indexes answer.</summary>
public abstract class Column
{
    private protected Column(ColumnMetadata metadata)
    {
        Metadata = metadata;
        Unique = metadata.Model.Uniques.FirstOrDefault(unique => unique.Column == metadata && !unique.IsComposite);
        foreach (IndexMetadata index in metadata.Model.Indexes.Where(index => index.Subject == metadata && !index.IsComposite))
        {
            switch (index.Kind)
            {
                case IndexKind.Ordered: Ordered = index; break;
                case IndexKind.Exact: Exact = index; break;
                case IndexKind.FullText: FullText = index; break;
                case IndexKind.Geo: Geo = index; break;
                default: throw new InvalidOperationException($"Index {index.Name} of {metadata.Model.Name} has no kind.");
            }
        }
    }

    /// <summary>The column's names and stored form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ColumnMetadata Metadata { get; }

    /// <summary>Whether letter case does not count in comparisons; its words have their own rule.</summary>
    internal bool IgnoreCase => (Unique?.IgnoreCase ?? false) || (Ordered?.IgnoreCase ?? false) || (Exact?.IgnoreCase ?? false);

    internal UniqueMetadata? Unique { get; }

    internal IndexMetadata? Ordered { get; }

    internal IndexMetadata? Exact { get; }

    internal IndexMetadata? FullText { get; }

    internal IndexMetadata? Geo { get; }

    /// <summary>The model's and the property's name.</summary>
    public override string ToString() => $"{Metadata.Model.Name}.{Metadata.Property}";
}
