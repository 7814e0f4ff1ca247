namespace Rom;

/// <summary>
/// A reference to an object of another store. The column holds the text of its key, by which references are compared, indexed and found; the object is loaded
/// when it is asked for. Rom neither saves nor deletes it, and does not check that it exists.
/// </summary>
/// <typeparam name="T">The class of the object.</typeparam>
public sealed class ForeignRef<T> : IEquatable<ForeignRef<T>>
    where T : class, IForeignEntity<T>
{
    private T? _value;

    private ForeignRef(string key, T? value) => (Key, _value) = (key, value);

    /// <summary>The text of the object's key.</summary>
    public string Key { get; }

    /// <summary>The object, if the reference was made of it or has loaded it; else null.</summary>
    public T? Value => _value;

    /// <summary>A reference by key.</summary>
    /// <param name="key">The text of the object's key.</param>
    public static ForeignRef<T> To(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ForeignRef<T>(key, null);
    }

    /// <summary>A reference to an object.</summary>
    /// <param name="entity">The object.</param>
    public static ForeignRef<T> To(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new ForeignRef<T>(entity.ForeignKey, entity);
    }

    /// <summary>A reference to an object; null for null.</summary>
    /// <param name="entity">The object.</param>
    public static implicit operator ForeignRef<T>?(T? entity) => entity is null ? null : To(entity);

    /// <summary>The object, loaded from its store unless this reference has it already.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when its store has none of this key; it is then asked for again the next time.</returns>
    public async Task<T?> LoadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _value ??= await T.LoadAsync(Key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the other refers to the same object: one of the same key.</summary>
    public bool Equals(ForeignRef<T>? other) => other is not null && other.Key == Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ForeignRef<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The key.</summary>
    public override string ToString() => Key;

    /// <summary>Whether both refer to one object.</summary>
    public static bool operator ==(ForeignRef<T>? left, ForeignRef<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they refer to different objects.</summary>
    public static bool operator !=(ForeignRef<T>? left, ForeignRef<T>? right) => !(left == right);
}
