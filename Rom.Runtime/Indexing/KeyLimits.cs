using System.Security.Cryptography;

namespace Rom.Indexing;

/// <summary>How long a value may be before its SHA-256 stands for it in the name of a key.</summary>
internal static class KeyLimits
{
    /// <summary>The longest text, in bytes, that stands in a key as it is.</summary>
    public const int MaxTextLength = 512;

    /// <summary>
    /// The form of a word in the ordered set of words: the word, or for a long one its beginning, NUL and its SHA-256, so that
    /// prefixes find it and its posting can be named.
    /// </summary>
    public static byte[] WordMember(byte[] word) =>
        word.Length <= MaxTextLength ? word : [.. word.AsSpan(0, MaxTextLength), 0, .. SHA256.HashData(word)];

    /// <summary>The form of a word in the ordered set of reversed words: its last bytes reversed and, for a long one, NUL and the SHA-256 of the word.</summary>
    public static byte[] ReversedWordMember(byte[] word) => word.Length <= MaxTextLength
        ? OrderedEncoding.Reverse(word)
        : [.. OrderedEncoding.Reverse(word.AsSpan(word.Length - MaxTextLength)), 0, .. SHA256.HashData(word)];
}
