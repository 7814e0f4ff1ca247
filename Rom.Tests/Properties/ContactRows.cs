using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Random contacts.</summary>
internal sealed class ContactRows : RowSource<Contact>
{
    public static readonly string[] Locals = ["", "a", "Ä", "\0", "漢", "x y"];

    private static readonly Action<Contact, Random>[] All =
    [
        (c, r) => c.Nick = r.Vary(r.One(ContactValues.Nicks)),
        (c, r) => c.City = r.Vary(r.One(ContactValues.Nicks)),
        (c, r) => c.Notes = r.One(PersonValues.WordTexts),
        (c, r) => c.Motto = r.One(ContactValues.Mottos),
        (c, r) => c.Home = r.Next(6) == 0 ? null : r.Center(),
        (c, r) => c.Labels = r.Next(5) == 0 ? null : [.. r.Few(ContactValues.Labels), .. r.Next(4) == 0 ? new string?[] { null } : []],
        (c, r) => c.Numbers = [.. r.Few(ContactValues.Numbers)],
        (c, r) => c.Lines = [.. r.Few(PersonValues.WordTexts).Select(text => text ?? "")],
        (c, r) => c.Low = r.One(ContactValues.Lows),
        (c, r) => c.High = r.OneOrNull(ContactValues.Highs),
    ];

    private readonly Queue<(string First, string Last)> _names;
    private readonly Queue<(string? Country, long Number)> _numbers;
    private readonly Queue<string> _handles;
    private int _made;

    public ContactRows(Random random)
        : base(random)
    {
        _names = Shuffled(ContactValues.Names.SelectMany(_ => ContactValues.Names, (first, last) => (first, last)));
        _numbers = Shuffled(ContactValues.Countries.SelectMany(_ => ContactValues.Numbers, (country, number) => (country, number)));
        _handles = Shuffled(ContactValues.Nicks.OfType<string>().DistinctBy(FoldModel.Fold));
    }

    protected override Action<Contact, Random>[] Changes => All;

    protected override Contact Create()
    {
        Contact contact = new();
        SetNames(contact);
        SetNumbers(contact);
        contact.Email = NextEmail();
        contact.Handle = NextHandle();
        return contact;
    }

    protected override void ChangeUniques(Contact row)
    {
        if (Random.Next(3) == 0) SetNames(row);
        if (Random.Next(3) == 0) SetNumbers(row);
        if (Random.Next(3) == 0) row.Email = NextEmail();
        if (Random.Next(3) == 0) row.Handle = NextHandle();
    }

    /// <summary>Null in one of both is never a duplicate.</summary>
    private void SetNames(Contact contact)
    {
        (string? first, string? last) = _names.TryDequeue(out (string First, string Last) both) ? both : (null, null);
        int without = Random.Next(8);
        (contact.First, contact.Last) = (without is 0 or 1 ? null : Random.Vary(first), without is 0 or 2 ? null : Random.Vary(last));
    }

    private void SetNumbers(Contact contact) =>
        (contact.Country, contact.Number) = _numbers.TryDequeue(out (string? Country, long Number) both) ? both : (null, Random.One(ContactValues.Numbers));

    private string? NextEmail()
    {
        string local = $"{Random.One(Locals)}~{++_made}";
        return Random.Next(6) switch { 0 => null, 1 => local, 2 => $"{local}+tag@{Random.One(ContactValues.Domains)}", _ => $"{local}@{Random.One(ContactValues.Domains)}" };
    }

    private string? NextHandle() => Random.Next(4) == 0 || !_handles.TryDequeue(out string? handle) ? null : Random.Vary(handle);
}
