using Rom.CompilerServices;

namespace Rom.Storage;

/// <summary>Rows by key.</summary>
internal sealed record FetchPlan(ModelMetadata Model, IReadOnlyList<byte[]> Keys);

/// <summary>The row that has a value in a unique.</summary>
internal sealed record LookupPlan(UniqueMetadata Unique, byte[] Value);
