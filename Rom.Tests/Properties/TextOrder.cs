using System.Text;

namespace Rom.Tests.Properties;

/// <summary>Strings as the model compares them: by Unicode scalars, which is UTF-8 order and not that of UTF-16.</summary>
internal sealed class TextOrder : IComparer<string>
{
    public static readonly TextOrder Instance = new();

    /// <summary>Null is below every string, as <c>OrderBy</c> has it.</summary>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return x is null ? y is null ? 0 : -1 : 1;
        StringRuneEnumerator left = x.EnumerateRunes(), right = y.EnumerateRunes();
        while (true)
        {
            bool more = left.MoveNext(), otherMore = right.MoveNext();
            if (!more || !otherMore) return more ? 1 : otherMore ? -1 : 0;
            if (left.Current != right.Current) return left.Current.CompareTo(right.Current);
        }
    }

    /// <summary>As C# compares a null with <c>&lt;</c>: never true.</summary>
    public static bool Holds(string? x, string? y, Func<int, bool> test) => x is not null && y is not null && test(Instance.Compare(x, y));

    public static bool Between(string? value, string low, string high) =>
        Holds(value, low, order => order >= 0) && Holds(value, high, order => order <= 0);
}
