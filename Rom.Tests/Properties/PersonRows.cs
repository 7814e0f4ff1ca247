using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Random people.</summary>
internal sealed class PersonRows : RowSource<Person>
{
    private static readonly Action<Person, Random>[] All =
    [
        (p, r) => p.Bio = r.One(PersonValues.WordTexts),
        (p, r) => p.Tags = r.One(PersonValues.WordTexts),
        (p, r) => p.Status = r.One(PersonValues.Statuses),
        (p, r) => p.Rank = r.OneOrNull(PersonValues.Statuses),
        (p, r) => p.Age = r.OneOrNull(PersonValues.Ages),
        (p, r) => p.Points = r.Next(4) == 0 ? r.NextInt64(long.MinValue, long.MaxValue) : r.One(PersonValues.Longs),
        (p, r) => p.Balance = r.OneOrNull(PersonValues.Decimals),
        (p, r) => p.Score = r.OneOrNull(PersonValues.Doubles),
        (p, r) => p.SeenAt = r.OneOrNull(PersonValues.Instants),
        (p, r) => p.Born = r.One(PersonValues.Clocks),
        (p, r) => p.Title = Text(r),
        (p, r) => p.City = Text(r),
        (p, r) => p.Verified = r.OneOrNull(PersonValues.Bools),
        (p, r) => p.Token = r.OneOrNull(PersonValues.Tokens),
        (p, r) => p.Nick = Text(r),
        (p, r) => p.Note = Text(r),
    ];

    private readonly Queue<string> _emails;
    private readonly Queue<long> _passports;
    private int _made;

    public PersonRows(Random random)
        : base(random) => (_emails, _passports) = (Shuffled(PersonValues.Texts.OfType<string>()), Shuffled(PersonValues.Longs));

    protected override Action<Person, Random>[] Changes => All;

    protected override Person Create() => new() { Email = NextEmail(), Passport = NextPassport() };

    protected override void ChangeUniques(Person row)
    {
        if (Random.Next(3) == 0) row.Email = NextEmail();
        if (Random.Next(3) == 0) row.Passport = NextPassport();
    }

    private string NextEmail() =>
        Random.Next(2) == 0 && _emails.TryDequeue(out string? email) ? email : $"{Random.One(PersonValues.Texts)}@{++_made}";

    private long? NextPassport() => Random.Next(3) == 0 || !_passports.TryDequeue(out long passport) ? null : passport;

    private static string? Text(Random random) => random.Next(8) == 0 ? random.Text() : random.One(PersonValues.Texts);
}
