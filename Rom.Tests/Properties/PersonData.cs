using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>Random people, stored through a history of inserts, changes and deletes, so that stale index entries would show.</summary>
internal sealed class PersonData(Random random)
{
    private const int MaxRows = 60;

    private static readonly Action<Person, Random>[] Changes =
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

    private readonly Queue<string> _emails = new(PersonValues.Texts.OfType<string>().OrderBy(_ => random.Next()));
    private readonly Queue<long> _passports = new(PersonValues.Longs.OrderBy(_ => random.Next()));
    private int _made;

    public List<Person> People { get; } = [];

    public async Task StoreAsync(RomContext context)
    {
        int rows = random.Next(8) == 0 ? random.Next(3) : random.Next(MaxRows + 1);
        for (int i = 0; i < rows; i++)
        {
            Person person = Make();
            await person.SaveAsync(context);
            People.Add(person);
        }

        foreach (Person person in People.ToArray())
        {
            switch (random.Next(10))
            {
                case 0:
                    await person.DeleteAsync(context);
                    People.Remove(person);
                    break;
                case < 5:
                    for (int changes = random.Next(1, 4); changes > 0; changes--) random.One(Changes)(person, random);
                    if (random.Next(3) == 0) person.Email = NextEmail();
                    if (random.Next(3) == 0) person.Passport = NextPassport();
                    await person.SaveAsync(context, random.One([SaveMode.Changed, SaveMode.Full, SaveMode.Force, SaveMode.Replace, SaveMode.Upsert]));
                    break;
            }
        }
    }

    private Person Make()
    {
        Person person = new() { Email = NextEmail(), Passport = NextPassport() };
        foreach (Action<Person, Random> change in Changes) change(person, random);
        return person;
    }

    private string NextEmail() =>
        random.Next(2) == 0 && _emails.TryDequeue(out string? email) ? email : $"{random.One(PersonValues.Texts)}@{++_made}";

    private long? NextPassport() => random.Next(3) == 0 || !_passports.TryDequeue(out long passport) ? null : passport;

    private static string? Text(Random random) => random.Next(8) == 0 ? random.Text() : random.One(PersonValues.Texts);
}
