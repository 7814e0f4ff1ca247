using Rom.CompilerServices;

namespace Rom.Querying;

/// <summary>The column of a reference, where its generated type is not known.</summary>
internal sealed class ReferenceColumn(ColumnMetadata metadata) : Column(metadata);
