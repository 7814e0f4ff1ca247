using Rom.Serialization;

namespace Rom.Storage;

/// <summary>
/// A pattern of <c>Like</c>: literals with gaps of so many characters before and between them. Characters are Unicode scalars, so
/// that a pattern never ends within one.
/// </summary>
/// <param name="Pieces">The literals, each with the gap before it.</param>
/// <param name="End">The gap after the last literal; open when the end is not anchored.</param>
internal sealed record LikePattern(IReadOnlyList<LikePiece> Pieces, LikeGap End)
{
    /// <summary>What every matching text begins with.</summary>
    public byte[] Prefix => Pieces is [{ Gap: { Fewest: 0, Most: 0 } } first, ..] ? first.Literal : [];

    /// <summary>Whether every text with the prefix matches.</summary>
    public bool IsPrefix => End is { Fewest: 0, Most: null } && Pieces is [] or [{ Gap: { Fewest: 0, Most: 0 } }];

    /// <summary>Reads a pattern: <c>?</c> none or one, <c>*</c> any, <c>+</c> one or more, <c>!</c> exactly one character, <c>\</c> escapes.</summary>
    public static LikePattern Parse(string pattern, bool anchored)
    {
        List<LikePiece> pieces = [];
        LikeGap gap = LikeGap.None;
        System.Text.StringBuilder literal = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c is '?' or '*' or '+' or '!')
            {
                if (literal.Length > 0) Close();
                gap = gap.Plus(c is '+' or '!' ? 1 : 0, c is '*' or '+' ? null : 1);
                continue;
            }

            if (c == '\\' && ++i == pattern.Length) throw new QueryException("A pattern of Like ends with a backslash, which escapes the character after it. Write two for one.");
            literal.Append(pattern[i]);
        }

        if (literal.Length > 0) Close();
        return new LikePattern(pieces, anchored ? gap : gap with { Most = null });

        void Close()
        {
            pieces.Add(new LikePiece(gap, ScalarText.Utf8.GetBytes(literal.ToString())));
            (gap, _) = (LikeGap.None, literal.Clear());
        }
    }

    /// <summary>Whether a text, in UTF-8, is like the pattern.</summary>
    public bool Matches(ReadOnlySpan<byte> text)
    {
        // The places that may follow the pieces so far; one after the other, so that nothing is tried twice.
        bool[] places = new bool[text.Length + 1];
        places[0] = true;
        foreach (LikePiece piece in Pieces)
        {
            bool[] starts = piece.Gap.After(places, text);
            places = new bool[text.Length + 1];
            for (int i = 0; i + piece.Literal.Length <= text.Length; i++)
                if (starts[i] && text[i..].StartsWith(piece.Literal)) places[i + piece.Literal.Length] = true;
        }

        return End.After(places, text)[text.Length];
    }
}

/// <summary>A literal and the gap before it.</summary>
internal readonly record struct LikePiece(LikeGap Gap, byte[] Literal);

/// <summary>Any characters, so many of them; without a most, as many as there are.</summary>
internal readonly record struct LikeGap(int Fewest, int? Most)
{
    public static readonly LikeGap None = new(0, 0);

    public LikeGap Plus(int fewest, int? most) => new(Fewest + fewest, Most + most);

    /// <summary>The places that lie this gap behind some places.</summary>
    public bool[] After(bool[] places, ReadOnlySpan<byte> text)
    {
        bool[] reached = places;
        for (int i = 0; i < Fewest; i++) reached = Next(reached, text, keep: false);
        if (Most is { } most)
        {
            for (int i = Fewest; i < most; i++) reached = Next(reached, text, keep: true);
            return reached;
        }

        reached = (bool[])reached.Clone();
        for (int i = 0; i < text.Length; i++) if (reached[i]) reached[Behind(text, i)] = true;
        return reached;
    }

    private static bool[] Next(bool[] places, ReadOnlySpan<byte> text, bool keep)
    {
        bool[] next = keep ? (bool[])places.Clone() : new bool[places.Length];
        for (int i = 0; i < text.Length; i++) if (places[i]) next[Behind(text, i)] = true;
        return next;
    }

    /// <summary>The place behind a character, which a long word may end in the middle of.</summary>
    private static int Behind(ReadOnlySpan<byte> text, int at) =>
        Math.Min(at + (text[at] < 0xC0 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4), text.Length);
}
