using System.Text.RegularExpressions;

namespace Rom.Tests.Redis;

/// <summary>The names of a Lua text in order, as far as the rules for scripts need them. It knows the Lua that these scripts use, not all of Lua.</summary>
internal static partial class LuaTokens
{
    private static readonly HashSet<string> Keywords =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not", "or", "repeat", "return",
        "then", "true", "until", "while",
    ];

    /// <summary>The code without comments, and with every string replaced by <c>''</c>.</summary>
    public static string Bare(string text) => Strings().Replace(text, match => match.Value[0] is '-' or '#' ? "" : "''");

    /// <summary>Names that are used, or assigned to, before any <c>local</c>, parameter or loop declared them.</summary>
    public static IEnumerable<string> Undeclared(string text)
    {
        HashSet<string> declared = [];
        Stack<string> blocks = new();
        string[] tokens = [.. Token().Matches(Bare(text)).Select(match => match.Value)];
        bool declaring = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            string token = tokens[i], before = i > 0 ? tokens[i - 1] : "", after = i + 1 < tokens.Length ? tokens[i + 1] : "";
            switch (token)
            {
                case "function":
                    blocks.Push(token);
                    // local function name(parameters), function(parameters)
                    for (i++; tokens[i] != ")"; i++) if (IsName(tokens[i])) declared.Add(tokens[i]);
                    declaring = false;
                    break;
                case "local" or "for":
                    if (token == "for") blocks.Push(token);
                    declaring = true;
                    break;
                case "if" or "repeat" or "while" or "{":
                    blocks.Push(token);
                    break;
                case "do":
                    if (blocks.Count == 0 || blocks.Peek() is not ("for" or "while") || before == "end") blocks.Push(token);
                    break;
                case "end" or "until" or "}":
                    blocks.TryPop(out _);
                    break;
                case var name when IsName(name):
                    if (declaring) declared.Add(name);
                    else if (before is not ("." or ":") && !IsField(after, blocks) && !declared.Contains(name)) yield return name;
                    break;
            }

            // A declaration goes on as long as commas do.
            if (declaring && token is not ("local" or "for" or ",") && after != ",") declaring = false;
        }
    }

    /// <summary>The name of a field in a table's constructor.</summary>
    private static bool IsField(string after, Stack<string> blocks) => after == "=" && blocks.TryPeek(out string? block) && block == "{";

    private static bool IsName(string token) => (char.IsAsciiLetter(token[0]) || token[0] == '_') && !Keywords.Contains(token);

    [GeneratedRegex(@"\A#![^\n]*|--[^\n]*|'(?:\\.|[^'\\\n])*'|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Strings();

    [GeneratedRegex(@"[A-Za-z_]\w*|==|~=|<=|>=|\.\.|\d[\w.]*|\S")]
    private static partial Regex Token();
}
