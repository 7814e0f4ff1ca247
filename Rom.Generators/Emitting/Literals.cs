using Microsoft.CodeAnalysis.CSharp;

namespace Rom.Generators.Emitting;

/// <summary>Values as C# source writes them.</summary>
internal static class Literals
{
    public static string String(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Bool(bool value) => value ? "true" : "false";
}
