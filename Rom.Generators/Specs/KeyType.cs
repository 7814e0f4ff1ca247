namespace Rom.Generators.Specs;

/// <summary>The types that a key can have. Names are those of the runtime's <c>KeyKind</c>.</summary>
internal enum KeyType
{
    Int64,
    Int32,
    Guid,
    Text,
}
