#pragma warning disable CA1822, CA1051, CA2225, CS0660, CS0661, CA1065
namespace Rom.Tests.Api;

/// <summary>What <see cref="PublicApiTests"/> prints: a member of each kind, and some that nobody outside sees.</summary>
public abstract class Printed<T>
    where T : class, IDisposable
{
    public const int Most = 5;

    private protected readonly int _hidden;

    protected Printed(T? value, string name = "x") => _hidden = (value, name).GetHashCode();

    internal Printed() => _hidden = 0;

    public long Number { get; internal set; }

    public IReadOnlyList<string?> Names { get; init; } = [];

    internal int Hidden => _hidden;

    public static bool operator ==(Printed<T>? left, Printed<T>? right) => ReferenceEquals(left, right);

    public static bool operator !=(Printed<T>? left, Printed<T>? right) => !(left == right);

    public static implicit operator string(Printed<T> value) => $"{value.Number}";

    public Task<T?> ReadAsync(in Guid key, ref int count, CancellationToken cancellationToken = default) => Task.FromResult<T?>(null);

    public string Text(params int[] parts) => string.Concat(parts);

    [Obsolete("It is gone.", error: true)]
    public void Gone()
    {
    }

    public TKey Same<TKey, TAny>(TKey key, TAny any)
        where TKey : notnull => key;

    protected abstract void Step<TOther>(Func<TOther, int?> step)
        where TOther : struct;

    private protected void Mine()
    {
    }
}
