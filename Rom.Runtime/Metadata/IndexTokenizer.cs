using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>The tokenizer of an index, reached without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IndexTokenizer
{
    /// <summary>The one of every index that names no other.</summary>
    internal static readonly IndexTokenizer Default = Of<TextTokenizer>(null);

    private readonly Func<string, IEnumerable<string>> _words;
    private readonly Func<string, string> _part;

    private IndexTokenizer(string? name, int revision, Func<string, IEnumerable<string>> words, Func<string, string> part) =>
        (Name, Revision, _words, _part) = (name, revision, words, part);

    /// <summary>The name that the schema record has; null for the default.</summary>
    internal string? Name { get; }

    internal int Revision { get; }

    /// <summary>The tokenizer of a type.</summary>
    /// <typeparam name="T">The tokenizer.</typeparam>
    /// <param name="name">Its name.</param>
    public static IndexTokenizer Of<T>(string? name)
        where T : ITextTokenizer => new(name, T.Revision, T.Words, T.Part);

    /// <summary>The distinct words; one of them may be empty.</summary>
    internal IReadOnlyCollection<string> Words(string text)
    {
        IEnumerable<string> words = _words(text);
        return words as HashSet<string> ?? new HashSet<string>(words, StringComparer.Ordinal);
    }

    internal string Part(string part) => _part(part);
}
