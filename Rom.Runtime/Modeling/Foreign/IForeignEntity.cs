namespace Rom;

/// <summary>An object of another store that a column may refer to with a <see cref="ForeignRef{T}"/>.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IForeignEntity<TSelf>
    where TSelf : class, IForeignEntity<TSelf>
{
    /// <summary>The text of the key by which <see cref="LoadAsync"/> finds the object again. It does not change.</summary>
    string ForeignKey { get; }

    /// <summary>Loads an object from its store.</summary>
    /// <param name="key">The text of its key.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when there is none.</returns>
    static abstract Task<TSelf?> LoadAsync(string key, CancellationToken cancellationToken);
}
