using System.Collections.Generic;
using Rom;

namespace Shop;

[RomModel]
[Unique(nameof(First), nameof(Last), IgnoreCase = true)]
[Index(IndexKind.Ordered, Name = "FullName", Keys = nameof(FullNameOf), IgnoreCase = true, Suffix = true)]
[Index(Name = "Spread", Keys = nameof(SpreadOf), Revision = 2)]
public partial class Person
{
    public string? First { get; set; }

    public required string Last { get; set; }

    [Unique(Name = "Mailbox", Keys = nameof(MailboxOf))] public string? Email { get; set; }

    public decimal Low { get; set; } = 1.5m;

    public int? High { get; init; } = 10;

    [Index, Index(IndexKind.FullText, Name = "LabelWords", Keys = nameof(WordsOf), Tokenizer = typeof(Commas))] public List<string> Labels { get; set; } = [];

    private static string? FullNameOf(string? first, string last) => first + " " + last;

    private static decimal SpreadOf(int high, decimal low) => high - low;

    private static string? MailboxOf(string email) => email.Split('@')[0];

    private static IEnumerable<string>? WordsOf(List<string> labels) => labels;
}

public sealed class Commas : ITextTokenizer
{
    public static int Revision => 3;

    public static IEnumerable<string> Words(string text) => text.Split(',');
}
