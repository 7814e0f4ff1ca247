namespace Rom.Storage.Redis;

/// <summary>
/// Arrays of exact lengths, for that is what the client takes, used again once a call is answered: by then it was written, and the client
/// reads its arguments no more. Arrays of a call that failed are left to the collector, for it may still wait to be written.
/// </summary>
internal static class CallArrays<T>
{
    private const int MaxLength = 64, Kept = 32;

    private static readonly T[]?[][] Free = [.. Enumerable.Range(0, MaxLength + 1).Select(_ => new T[]?[Kept])];

    /// <summary>An array of a length, empty.</summary>
    public static T[] Rent(int length)
    {
        if (length > MaxLength) return new T[length];
        T[]?[] free = Free[length];
        for (int i = 0; i < free.Length; i++)
        {
            if (free[i] is not null && Interlocked.Exchange(ref free[i], null) is { } array) return array;
        }

        return new T[length];
    }

    /// <summary>Takes an array that nobody uses any more.</summary>
    public static void Return(T[] array)
    {
        if (array.Length > MaxLength) return;
        Array.Clear(array);
        T[]?[] free = Free[array.Length];
        for (int i = 0; i < free.Length; i++)
        {
            if (free[i] is null && Interlocked.CompareExchange(ref free[i], array, null) is null) return;
        }
    }
}
