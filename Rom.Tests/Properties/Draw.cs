namespace Rom.Tests.Properties;

/// <summary>Random choices.</summary>
internal static class Draw
{
    public static T One<T>(this Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static T? OneOrNull<T>(this Random random, IReadOnlyList<T> values)
        where T : struct => random.Next(6) == 0 ? null : random.One(values);

    /// <summary>A few of some values, now and then none or one twice.</summary>
    public static T[] Few<T>(this Random random, IReadOnlyList<T> values) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.One(values))];

    /// <summary>Some of these values among hundreds of others, so that they are no longer counted or read one by one.</summary>
    public static T[] Many<T>(this Random random, IReadOnlyList<T> values, Func<int, T> other) =>
        [.. random.Few(values), .. Enumerable.Range(0, random.Next(100, 400)).Select(other)];

    /// <summary>A random text of a few scalars from all over Unicode; never a lone surrogate.</summary>
    public static string Text(this Random random)
    {
        int[] tops = [0x20, 0x80, 0x800, 0xD800, 0x10FFFF];
        string text = "";
        for (int length = random.Next(5); length > 0; length--)
        {
            int scalar = random.Next(random.One(tops));
            if (scalar is >= 0xD800 and < 0xE000) scalar = 0xE000;
            text += char.ConvertFromUtf32(scalar);
        }

        return text;
    }
}
