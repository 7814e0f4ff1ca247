using System.Globalization;
using System.Text;

namespace Rom.Tests.Properties;

/// <summary>Values as a failure shows them.</summary>
internal static class ValueText
{
    private const int Longest = 40;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        System.Collections.IEnumerable values => $"[{string.Join(", ", values.Cast<object?>().Select(Of))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("o", CultureInfo.InvariantCulture),
        DateTime clock => clock.ToString("o", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text.Length > Longest ? text[..Longest] : text)
        {
            if (c is < ' ' or '"' or '\\' or > '~') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }

        quoted.Append('"');
        if (text.Length > Longest) quoted.Append(CultureInfo.InvariantCulture, $"…({text.Length}, ends {Quote(text[^3..])})");
        return quoted.ToString();
    }
}
