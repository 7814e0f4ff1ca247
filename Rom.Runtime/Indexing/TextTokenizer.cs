using System.Globalization;
using System.Text;

namespace Rom.Indexing;

/// <summary>
/// The words of a text: lower-cased, split at white space, punctuation and symbols trimmed at both ends; what stands inside a word
/// stays (<c>don't</c>, <c>5.5</c>). rom's rule, made Unicode-aware.
/// </summary>
internal static class TextTokenizer
{
    /// <summary>The distinct words.</summary>
    public static HashSet<string> Words(string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                Add(words, text.AsSpan(start, i - start));
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The form in which letters are compared.</summary>
    public static string Fold(string text) => text.ToLowerInvariant();

    private static void Add(HashSet<string> words, ReadOnlySpan<char> piece)
    {
        while (piece.Length > 0 && Rune.DecodeFromUtf16(piece, out Rune first, out int length) == System.Buffers.OperationStatus.Done && IsTrimmed(first))
            piece = piece[length..];
        while (piece.Length > 0 && Rune.DecodeLastFromUtf16(piece, out Rune last, out int length) == System.Buffers.OperationStatus.Done && IsTrimmed(last))
            piece = piece[..^length];
        if (piece.Length > 0) words.Add(Fold(piece.ToString()));
    }

    private static bool IsTrimmed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => true,
        // ASCII's symbols are punctuation to rom; others (emoji, currency signs, arrows) may be a word of their own.
        UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => rune.IsAscii,
        _ => false,
    };
}
