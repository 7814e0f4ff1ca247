namespace Rom.Tests.TestModels;

public enum PhoneKind : byte
{
    Mobile,
    Home,
}

/// <summary>A class of scalars with initializers.</summary>
public class Phone
{
    public required string Number { get; set; }

    public PhoneKind Kind { get; init; } = PhoneKind.Home;

    [Column("ext")] public int? Extension { get; set; }

    [NotStored] public string Shown => $"{Kind} {Number}";
}

/// <summary>A record that its constructor sets, with a default.</summary>
public sealed record Address(string City, string? Street = null, int Zip = 1000)
{
    public List<Phone> Phones { get; init; } = [];
}

public readonly record struct Hours(int From, int To);

/// <summary>A tree: a type inside itself.</summary>
public sealed class Branch
{
    public string Name { get; set; } = "";

    public List<Branch> Branches { get; set; } = [];

    public Branch? Twin { get; set; }
}

/// <summary>Columns whose values have parts.</summary>
[RomModel(Name = "C")]
public partial class Customer
{
    public long Id { get; private set; }

    [Unique] public required string Name { get; set; }

    public List<string> Tags { get; set; } = [];

    public List<string>? Notes { get; set; }

    public List<Phone> Phones { get; set; } = [];

    public Address? Home { get; set; }

    public Hours Opening { get; set; }

    public Hours? Break { get; set; }

    public long[]? Scores { get; set; }

    public HashSet<string>? Groups { get; set; }

    public Dictionary<string, decimal>? Prices { get; set; }

    public IReadOnlyList<int>? Steps { get; set; }

    public (int Low, string? High)? Range { get; set; }

    public Branch? Tree { get; set; }
}
