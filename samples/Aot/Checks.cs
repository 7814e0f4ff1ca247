using System.Globalization;

namespace AotSample;

/// <summary>Prints each answer beside what it must be, and counts the wrong ones.</summary>
internal sealed class Checks
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public static void Section(string name) => Console.WriteLine(name);

    public void Equal<T>(string what, T actual, T expected)
    {
        bool isRight = EqualityComparer<T>.Default.Equals(actual, expected);
        Report(what, isRight, isRight ? "" : $"is {Text(actual)}, must be {Text(expected)}");
    }

    public void True(string what, bool holds) => Report(what, holds, holds ? "" : "does not hold");

    public void Same<T>(string what, IEnumerable<T> actual, params T[] expected)
    {
        string found = Text(actual), wanted = Text<T>(expected);
        Report(what, found == wanted, found == wanted ? "" : $"is {found}, must be {wanted}");
    }

    /// <summary>An error of exactly this type, which is handed on for more checks.</summary>
    public async Task ThrowsAsync<TError>(string what, Func<Task> action, Action<TError>? more = null)
        where TError : Exception
    {
        try
        {
            await action();
            Report(what, false, $"no {typeof(TError).Name}");
        }
        catch (TError error)
        {
            Report(what, true, "");
            more?.Invoke(error);
        }
        catch (Exception error)
        {
            Report(what, false, $"is {error.GetType().Name}, must be {typeof(TError).Name}: {error.Message}");
        }
    }

    private void Report(string what, bool isRight, string why)
    {
        if (isRight) Right++;
        else Wrong++;
        Console.WriteLine(isRight ? $"  ok     {what}" : $"  WRONG  {what}: {why}");
    }

    private static string Text<T>(IEnumerable<T> values)
    {
        List<string> texts = [];
        foreach (T value in values) texts.Add(Text(value));
        return $"[{string.Join(", ", texts)}]";
    }

    private static string Text<T>(T value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "null";
}
