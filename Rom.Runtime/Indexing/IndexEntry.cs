namespace Rom.Indexing;

/// <summary>
/// One entry of one row in one index: the order-preserving bytes of an Ordered index, the token of an Exact one, a word of a
/// FullText one, the stored text of a point of a Geo one. A null token is the posting of rows whose value is null.
/// </summary>
/// <param name="Index">The ordinal of the index.</param>
/// <param name="Token">The bytes.</param>
/// <param name="Reversed">Whether it belongs to the order of reversed texts that <c>Suffix</c> adds to an Ordered index.</param>
internal readonly record struct IndexEntry(int Index, byte[]? Token, bool Reversed = false);

/// <summary>One value that a row takes or releases in a unique.</summary>
internal readonly record struct UniqueEntry(int Unique, byte[] Value);
