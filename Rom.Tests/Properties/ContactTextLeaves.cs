using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;
using ContactCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Every operator of the text columns of contacts: of some letter case does not count, of some the end is indexed, some are computed.</summary>
internal static class ContactTextLeaves
{
    public static ContactCondition[] Nick(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string? v = Value(random);
        string low = Value(random) ?? "", high = Value(random) ?? "", prefix = Value(random) ?? "", suffix = random.One(ContactValues.Suffixes);
        string?[] some = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random))];
        return
        [
            Leaf(v, c => c.Nick == v, p => FoldModel.Same(p.Nick, v)),
            Leaf(v, c => c.Nick != v, p => !FoldModel.Same(p.Nick, v)),
            Leaf(v, c => c.Nick < v, p => Holds(p.Nick, v, order => order < 0)),
            Leaf(v, c => c.Nick <= v, p => Holds(p.Nick, v, order => order <= 0)),
            Leaf(v, c => c.Nick > v, p => Holds(p.Nick, v, order => order > 0)),
            Leaf(v, c => c.Nick >= v, p => Holds(p.Nick, v, order => order >= 0)),
            Leaf((low, high), c => c.Nick.Between(low, high), p => Holds(p.Nick, low, order => order >= 0) && Holds(p.Nick, high, order => order <= 0)),
            Leaf(prefix, c => c.Nick.StartsWith(prefix), p => Begins(p.Nick, prefix)),
            Leaf(suffix, c => c.Nick.EndsWith(suffix), p => Ends(p.Nick, suffix)),
            Leaf(like, c => c.Nick.Like(like.Pattern, like.Anchored), p => IsLike(p.Nick, like)),
            Leaf(some, c => c.Nick.In(some), p => some.Any(one => FoldModel.Same(p.Nick, one))),
            Leaf(null, c => c.Nick.IsNull(), p => p.Nick is null),
            Leaf(null, c => c.Nick.IsNotNull(), p => p.Nick is not null),
        ];
    }

    public static ContactCondition[] FullName(Random random)
    {
        LikeModel like = LikeModel.Make(random);
        string? v = Name(random);
        string low = Name(random) ?? "", high = Name(random) ?? "", prefix = random.Vary(random.One(ContactValues.Names))!, suffix = random.Vary(random.One(ContactValues.Names))!;
        string?[] some = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Name(random))];
        return
        [
            Leaf(v, c => c.FullName == v, p => FoldModel.Same(NameOf(p), v)),
            Leaf(v, c => c.FullName != v, p => !FoldModel.Same(NameOf(p), v)),
            Leaf(v, c => c.FullName < v, p => Holds(NameOf(p), v, order => order < 0)),
            Leaf(v, c => c.FullName <= v, p => Holds(NameOf(p), v, order => order <= 0)),
            Leaf(v, c => c.FullName > v, p => Holds(NameOf(p), v, order => order > 0)),
            Leaf(v, c => c.FullName >= v, p => Holds(NameOf(p), v, order => order >= 0)),
            Leaf((low, high), c => c.FullName.Between(low, high), p => Holds(NameOf(p), low, order => order >= 0) && Holds(NameOf(p), high, order => order <= 0)),
            Leaf(prefix, c => c.FullName.StartsWith(prefix), p => Begins(NameOf(p), prefix)),
            Leaf(suffix, c => c.FullName.EndsWith(suffix), p => Ends(NameOf(p), suffix)),
            Leaf(like, c => c.FullName.Like(like.Pattern, like.Anchored), p => IsLike(NameOf(p), like)),
            Leaf(some, c => c.FullName.In(some), p => some.Any(one => FoldModel.Same(NameOf(p), one))),
            Leaf(null, c => c.FullName.IsNull(), p => NameOf(p) is null),
            Leaf(null, c => c.FullName.IsNotNull(), p => NameOf(p) is not null),
        ];
    }

    public static ContactCondition[] Email(Random random)
    {
        string suffix = random.One(ContactValues.Suffixes), prefix = random.One(ContactRows.Locals), whole = $"{prefix}~{random.Next(30)}@{random.One(ContactValues.Domains)}";
        string?[] some = [whole, null, prefix + "~1", whole];
        LikeModel like = LikeModel.Make(random);
        return
        [
            Leaf(whole, c => c.Email == whole, p => p.Email == whole),
            Leaf(whole, c => c.Email <= whole, p => TextOrder.Holds(p.Email, whole, order => order <= 0)),
            Leaf(some, c => c.Email.In(some), p => some.Contains(p.Email)),
            Leaf(suffix, c => c.Email.EndsWith(suffix), p => p.Email?.EndsWith(suffix, StringComparison.Ordinal) == true),
            Leaf(prefix, c => c.Email.StartsWith(prefix), p => p.Email?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(like, c => c.Email.Like(like.Pattern, like.Anchored), p => LikeModel.Matches(p.Email, like)),
            Leaf(null, c => c.Email.IsNull(), p => p.Email is null),
        ];
    }

    public static ContactCondition[] Domain(Random random)
    {
        string? v = random.Next(5) == 0 ? null : random.One(ContactValues.Domains);
        string?[] some = [.. random.Few(ContactValues.Domains), v];
        return
        [
            Leaf(v, c => c.Domain == v, p => DomainOf(p) == v),
            Leaf(v, c => c.Domain != v, p => DomainOf(p) != v),
            Leaf(some, c => c.Domain.In(some), p => some.Contains(DomainOf(p))),
            Leaf(null, c => c.Domain.IsNull(), p => DomainOf(p) is null),
            Leaf(null, c => c.Domain.IsNotNull(), p => DomainOf(p) is not null),
        ];
    }

    /// <summary>Values of uniques; what is only computed for one has no null to ask for.</summary>
    public static ContactCondition[] Uniques(Random random)
    {
        string? handle = Value(random);
        string mailbox = random.Vary($"{random.One(ContactRows.Locals)}~{random.Next(30)}")!;
        string?[] handles = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random))];
        string[] mailboxes = [mailbox, random.Vary(mailbox)!, $"a~{random.Next(9)}"];
        return
        [
            Leaf(handle, c => c.Handle == handle, p => FoldModel.Same(p.Handle, handle)),
            Leaf(handle, c => c.Handle != handle, p => !FoldModel.Same(p.Handle, handle)),
            Leaf(handles, c => c.Handle.In(handles), p => handles.Any(one => FoldModel.Same(p.Handle, one))),
            Leaf(null, c => c.Handle.IsNull(), p => p.Handle is null),
            Leaf(mailbox, c => c.Mailbox == mailbox, p => FoldModel.Same(MailboxOf(p), mailbox)),
            Leaf(mailbox, c => c.Mailbox != mailbox, p => !FoldModel.Same(MailboxOf(p), mailbox)),
            Leaf(mailboxes, c => c.Mailbox.In(mailboxes), p => mailboxes.Any(one => FoldModel.Same(MailboxOf(p), one))),
        ];
    }

    public static ContactCondition[] City(Random random)
    {
        string? v = Value(random);
        string?[] some = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random)), v];
        return
        [
            Leaf(v, c => c.City == v, p => FoldModel.Same(p.City, v)),
            Leaf(v, c => c.City != v, p => !FoldModel.Same(p.City, v)),
            Leaf(some, c => c.City.In(some), p => some.Any(one => FoldModel.Same(p.City, one))),
            Leaf(null, c => c.City.IsNull(), p => p.City is null),
            Leaf(null, c => c.City.IsNotNull(), p => p.City is not null),
        ];
    }

    /// <summary>Columns with each other, which compare what is written, letter case included.</summary>
    public static ContactCondition[] Columns(Random random) =>
    [
        Leaf(null, c => c.Nick == c.City, p => p.Nick == p.City),
        Leaf(null, c => c.First != c.Last, p => p.First != p.Last),
        Leaf(null, c => c.City < c.Nick, p => TextOrder.Holds(p.City, p.Nick, order => order < 0)),
        Leaf(null, c => c.Handle >= c.Email, p => TextOrder.Holds(p.Handle, p.Email, order => order >= 0)),
        Leaf(null, c => c.Number > c.Id, p => p.Number > p.Id),
    ];

    private static string? NameOf(Contact contact) => contact.First is null && contact.Last is null ? null : contact.First + " " + contact.Last;

    public static string? FoldedName(Contact contact) => FoldModel.Fold(NameOf(contact));

    private static string? DomainOf(Contact contact) => contact.Email?.Split('@', 2) is [_, string domain] ? domain : null;

    private static string? MailboxOf(Contact contact) => contact.Email?[..(contact.Email.IndexOfAny(['+', '@']) is >= 0 and int end ? end : contact.Email.Length)];

    private static string? Name(Random random) =>
        random.Next(8) == 0 ? null : random.Vary($"{random.One(ContactValues.Names)} {(random.Next(3) == 0 ? "" : random.One(ContactValues.Names))}");

    private static string? Value(Random random) => random.Vary(random.One(ContactValues.Nicks));

    private static bool Holds(string? x, string? y, Func<int, bool> test) => TextOrder.Holds(FoldModel.Fold(x), FoldModel.Fold(y), test);

    private static bool Begins(string? text, string prefix) => FoldModel.Fold(text)?.StartsWith(FoldModel.Fold(prefix)!, StringComparison.Ordinal) == true;

    private static bool Ends(string? text, string suffix) => FoldModel.Fold(text)?.EndsWith(FoldModel.Fold(suffix)!, StringComparison.Ordinal) == true;

    private static bool IsLike(string? text, LikeModel like) => LikeModel.Matches(FoldModel.Fold(text), like with { Pattern = FoldModel.Fold(like.Pattern)! });
}
