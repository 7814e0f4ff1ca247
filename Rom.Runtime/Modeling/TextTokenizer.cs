using System.Buffers;
using System.Text;
using Rom.Indexing;

namespace Rom;

/// <summary>
/// The words of a text, unless an index names another tokenizer: case-folded, split at white space, punctuation trimmed at both ends; what stands inside a word stays
/// (<c>don't</c>, <c>5.5</c>). rom's rule, made Unicode-aware by tables that ship with Rom.
/// </summary>
public abstract class TextTokenizer : ITextTokenizer
{
    private TextTokenizer()
    {
    }

    /// <summary>Part of the schema record; to be raised whenever the words of any text change.</summary>
    public static int Revision => 1;

    /// <summary>The distinct words.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        HashSet<string> words = new(StringComparer.Ordinal);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsWhiteSpace(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                ReadOnlySpan<char> word = Trim(text.AsSpan(start, i - start));
                if (word.Length > 0) words.Add(CaseFolding.Fold(word.ToString()));
                start = -1;
            }
        }

        return words;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> piece)
    {
        while (Rune.DecodeFromUtf16(piece, out Rune first, out int length) == OperationStatus.Done && IsTrimmed(first.Value)) piece = piece[length..];
        while (Rune.DecodeLastFromUtf16(piece, out Rune last, out int length) == OperationStatus.Done && IsTrimmed(last.Value)) piece = piece[..^length];
        return piece;
    }

    /// <summary>White_Space of PropList.txt; all of it lies in the basic plane.</summary>
    private static bool IsWhiteSpace(char character) => character switch
    {
        ' ' or (>= '\t' and <= '\r') => true,
        < '\u0085' => false,
        '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' => true,
        _ => false,
    };

    private static bool IsTrimmed(int character)
    {
        // ASCII's symbols are punctuation to rom; others (emoji, currency signs, arrows) may be a word of their own.
        if (character < 0x80) return character is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');
        ReadOnlySpan<int> ranges = UnicodeTables.PunctuationRanges;
        int low = 0, high = ranges.Length / 2 - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (character < ranges[2 * middle]) high = middle - 1;
            else if (character > ranges[2 * middle + 1]) low = middle + 1;
            else return true;
        }

        return false;
    }
}
