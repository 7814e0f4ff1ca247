using System.Buffers;
using System.Text;

namespace Rom.Indexing;

/// <summary>The form of a text in which letter case does not count, by the table that ships with Rom.</summary>
internal static class CaseFolding
{
    private const int RunLength = 4;

    /// <summary>Folds every character; the text itself when there is nothing to fold.</summary>
    public static string Fold(string text)
    {
        int first = 0;
        while (first < text.Length && text[first] < 0x80 && text[first] is not (>= 'A' and <= 'Z')) first++;
        return first == text.Length ? text : string.Create(text.Length, (text, first), static (folded, from) =>
        {
            from.text.AsSpan(0, from.first).CopyTo(folded);
            for (int at = from.first; at < folded.Length;)
            {
                if (Rune.DecodeFromUtf16(from.text.AsSpan(at), out Rune rune, out int length) != OperationStatus.Done)
                {
                    folded[at] = from.text[at++];
                    continue;
                }

                // A character and its folding take the same number of UTF-16 units.
                at += new Rune(Fold(rune.Value)).EncodeToUtf16(folded[at..]);
            }
        });
    }

    /// <summary>Folds UTF-8 text; the array itself when there is nothing to fold.</summary>
    public static byte[] Fold(byte[] text)
    {
        int first = 0;
        while (first < text.Length && text[first] < 0x80 && text[first] is not (>= (byte)'A' and <= (byte)'Z')) first++;
        return first == text.Length ? text : Encoding.UTF8.GetBytes(Fold(Encoding.UTF8.GetString(text)));
    }

    private static int Fold(int character)
    {
        if (character < 0x80) return character is >= 'A' and <= 'Z' ? character + ('a' - 'A') : character;
        ReadOnlySpan<int> runs = UnicodeTables.FoldingRuns;
        int low = 0, high = runs.Length / RunLength - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            ReadOnlySpan<int> run = runs.Slice(middle * RunLength, RunLength);
            if (character < run[0]) high = middle - 1;
            else if (character > run[1]) low = middle + 1;
            else return (character - run[0]) % run[2] == 0 ? character + run[3] : character;
        }

        return character;
    }
}
