namespace Rom.Indexing;

/// <summary>
/// One entry of one row in one index: the order-preserving bytes of an Ordered index, the token of an Exact one, a word of a
/// FullText one. A null token is the posting of rows whose value is null.
/// </summary>
internal readonly record struct IndexEntry(int Index, byte[]? Token);

/// <summary>One value that a row takes or releases in a unique.</summary>
internal readonly record struct UniqueEntry(int Unique, byte[] Value);
