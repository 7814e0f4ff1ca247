using System.Globalization;

namespace Rom.Benchmarks.Macro;

/// <summary>The command line of the macro comparison.</summary>
/// <param name="Redis">A running server, whose statistics are reset; null: a private one.</param>
/// <param name="Markdown">A file to write the tables to.</param>
/// <param name="Rounds">How many rounds are measured, after those that warm up.</param>
/// <param name="Only">The beginning of the names of the operations that are measured; new saves and deletes always are.</param>
internal sealed record Options(string? Redis, string? Markdown, int Rounds, string Only)
{
    public const string Usage = "macro [--redis host:port] [--markdown FILE] [--rounds N] [--only OPERATION]";

    private const int DefaultRounds = 7;

    public static Options? Parse(ReadOnlySpan<string> arguments)
    {
        Options options = new(null, null, DefaultRounds, "");
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            switch (arguments[0])
            {
                case "--redis":
                    options = options with { Redis = arguments[1] };
                    break;
                case "--markdown":
                    options = options with { Markdown = arguments[1] };
                    break;
                case "--rounds" when int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    break;
                case "--only":
                    options = options with { Only = arguments[1] };
                    break;
                default:
                    return null;
            }
        }

        return arguments.Length == 0 ? options : null;
    }
}
