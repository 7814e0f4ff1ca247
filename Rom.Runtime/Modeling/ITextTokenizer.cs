using Rom.Indexing;

namespace Rom;

/// <summary>
/// What the words of a text are, for a FullText index: <c>[Index(IndexKind.FullText, Tokenizer = typeof(EnglishWords))]</c>. Words of rows and
/// of queries go through it alike. Build on <see cref="TextTokenizer.Words"/> to leave out stop words or to add a stemmer.
/// </summary>
public interface ITextTokenizer
{
    /// <summary>To be raised whenever the words of any text change: part of the schema record, so that programs that disagree never mix.</summary>
    static abstract int Revision { get; }

    /// <summary>The words of a text; repeated ones count once, empty ones not at all.</summary>
    /// <param name="text">The text of a row or of a query.</param>
    static abstract IEnumerable<string> Words(string text);

    /// <summary>The start or end of a word in a query, in the form that words have in the index; folds letter case unless told otherwise.</summary>
    /// <param name="part">The start or the end of a word.</param>
    static virtual string Part(string part) => CaseFolding.Fold(part);
}
