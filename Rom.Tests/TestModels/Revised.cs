// Two programs that disagree about one model cannot stand in one compilation without this.
#pragma warning disable ROM007
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rom.Tests.TestModels;

/// <summary>Text by length, shown in brackets.</summary>
public sealed record Label(string Text);

public sealed class LabelBefore : IOrderedRomConverter<Label>
{
    public static string ToText(Label value) => $"[{value.Text}]";

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out Label value)
    {
        value = text is ['[' or '<', .., ']' or '>'] ? new Label(text[1..^1]) : null;
        return value is not null;
    }

    public static decimal ToOrder(Label value) => value.Text.Length;
}

/// <summary>Other brackets, and the order is that of a number in it. It reads what the older one wrote.</summary>
public sealed class LabelAfter : IOrderedRomConverter<Label>
{
    public static int Revision => 2;

    public static string ToText(Label value) => $"<{value.Text}>";

    public static bool TryFromText(string text, [MaybeNullWhen(false)] out Label value) => LabelBefore.TryFromText(text, out value);

    public static decimal ToOrder(Label value) => decimal.Parse(value.Text, CultureInfo.InvariantCulture);
}

public sealed class WordsBefore : ITextTokenizer
{
    public static int Revision => 1;

    public static IEnumerable<string> Words(string text) => TextTokenizer.Words(text);
}

public sealed class WordsAfter : ITextTokenizer
{
    public static int Revision => 2;

    public static IEnumerable<string> Words(string text) => TextTokenizer.Words(text).Select(word => word.TrimEnd('s'));
}

[RomModel(Name = "Revised")]
public partial class RevisedBefore
{
    public long Id { get; private set; }

    [Index(Name = "Domain", Keys = nameof(DomainOf))] public string? Mail { get; set; }

    [Unique(Name = "Slug", Keys = nameof(SlugOf))] public string? Title { get; set; }

    [Index(IndexKind.FullText, Tokenizer = typeof(WordsBefore))] public string? Text { get; set; }

    [Index, Column(Converter = typeof(LabelBefore))] public Label? Label { get; set; }

    private static string? DomainOf(string mail) => mail.Split('@')[^1];

    private static string? SlugOf(string? title) => title;
}

/// <summary>Everything that may have a revision has the next, and gives another result.</summary>
[RomModel(Name = "Revised")]
public partial class RevisedAfter
{
    public long Id { get; private set; }

    [Index(Name = "Domain", Keys = nameof(DomainOf), Revision = 2)] public string? Mail { get; set; }

    [Unique(Name = "Slug", Keys = nameof(SlugOf), Revision = 2)] public string? Title { get; set; }

    [Index(IndexKind.FullText, Tokenizer = typeof(WordsAfter))] public string? Text { get; set; }

    [Index, Column(Converter = typeof(LabelAfter))] public Label? Label { get; set; }

    private static string? DomainOf(string mail) => mail.Split('@')[^1].ToUpperInvariant();

    private static string? SlugOf(string? title) => title?.Replace(' ', '-');
}

/// <summary>The same rows with text in the converted column.</summary>
[RomModel(Name = "Revised")]
public partial class RevisedText
{
    public long Id { get; private set; }

    public string? Label { get; set; }
}
