using System.ComponentModel;
using Rom.CompilerServices;

namespace Rom;

/// <summary>A typed column, as the lambda of a query sees it. The generated type of each column carries the operators that its indexes answer.</summary>
public abstract class Column
{
    private protected Column(ColumnMetadata metadata)
    {
        Metadata = metadata;
        Unique = metadata.Model.Uniques.FirstOrDefault(unique => unique.Column == metadata);
        foreach (IndexMetadata index in metadata.Model.Indexes.Where(index => index.Columns.Count == 1 && index.Column == metadata))
        {
            switch (index.Kind)
            {
                case IndexKind.Ordered: Ordered = index; break;
                case IndexKind.Exact: Exact = index; break;
                case IndexKind.FullText: FullText = index; break;
                default: throw new InvalidOperationException($"Index {index.Name} of {metadata.Model.Name} has no kind.");
            }
        }
    }

    /// <summary>The column's names and stored form.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ColumnMetadata Metadata { get; }

    internal UniqueMetadata? Unique { get; }

    internal IndexMetadata? Ordered { get; }

    internal IndexMetadata? Exact { get; }

    internal IndexMetadata? FullText { get; }

    /// <summary>The model's and the property's name.</summary>
    public override string ToString() => $"{Metadata.Model.Name}.{Metadata.Property}";
}
