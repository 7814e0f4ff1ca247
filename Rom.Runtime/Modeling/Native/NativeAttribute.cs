namespace Rom;

/// <summary>
/// Marks a partial property of type <see cref="RedisList{T}"/>, <see cref="RedisSet{T}"/>, <see cref="RedisSortedSet{T}"/>,
/// <see cref="RedisHash{T}"/> or <see cref="RedisCounter"/>: a structure of Redis that belongs to the entity, has a key of its own beside the row's, and is
/// deleted with the row in the same script. It is no column: its commands act at once, outside saves, sessions and versions.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NativeAttribute : Attribute;
