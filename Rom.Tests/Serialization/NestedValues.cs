using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Serialization;

/// <summary>Random customers.</summary>
internal static class NestedValues
{
    private static readonly long[] Numbers = [0, 1, -1, 31, 32, -32, -33, 127, 128, 255, 256, 65535, 65536, int.MaxValue, 1L << 32, long.MaxValue, long.MinValue];

    public static Customer Make(Random random) => new()
    {
        Name = "n",
        Tags = Texts(random),
        Notes = random.Next(3) == 0 ? null : Texts(random),
        Phones = Many(random, Phone),
        Home = new Address(random.Text(), random.Next(2) == 0 ? null : random.Text(), (int)random.One(Numbers)) { Phones = Many(random, Phone) },
        Opening = new Hours(random.Next(), -random.Next()),
        Break = random.Next(2) == 0 ? null : new Hours((int)random.One(Numbers), 0),
        Scores = random.Few(Numbers),
        Groups = [.. Texts(random)],
        Prices = Texts(random).Distinct().ToDictionary(text => text, _ => new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        Steps = random.Next(3) == 0 ? null : Many(random, one => one.Next()),
        Range = (random.Next(), random.Next(2) == 0 ? null : random.Text()),
        Tree = Branch(random, 4),
    };

    /// <summary>Everything in a customer as text; sets in order.</summary>
    public static string Describe(Customer c) => string.Join("\n",
        string.Join("|", c.Tags), c.Notes is null ? "null" : string.Join("|", c.Notes), Describe(c.Phones),
        $"{c.Home!.City} {c.Home.Street ?? "null"} {c.Home.Zip} {Describe(c.Home.Phones)}", c.Opening, c.Break, string.Join(",", c.Scores!),
        string.Join("|", c.Groups!.Order(StringComparer.Ordinal)), string.Join("|", c.Prices!), c.Steps is null ? "null" : string.Join(",", c.Steps), c.Range, Describe(c.Tree));

    private static Phone Phone(Random random) => new()
    {
        Number = random.Text(), Kind = (PhoneKind)random.Next(3), Extension = random.Next(2) == 0 ? null : (int)random.One(Numbers),
    };

    private static Branch Branch(Random random, int depth) => new()
    {
        Name = random.Text(),
        Branches = depth == 0 ? [] : Many(random, one => Branch(one, depth - 2)),
        Twin = depth == 0 || random.Next(3) == 0 ? null : Branch(random, depth - 2),
    };

    private static List<string> Texts(Random random) => Many(random, Draw.Text);

    private static List<T> Many<T>(Random random, Func<Random, T> make) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => make(random))];

    private static string Describe(IEnumerable<Phone> phones) => string.Join(";", phones.Select(phone => $"{phone.Number},{phone.Kind},{phone.Extension}"));

    private static string Describe(Branch? branch) =>
        branch is null ? "null" : $"({branch.Name}[{string.Join(",", branch.Branches.Select(Describe))}]{Describe(branch.Twin)})";
}
