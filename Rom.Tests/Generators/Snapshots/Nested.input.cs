using System.Collections.Generic;
using Rom;

public enum PhoneKind : byte
{
    Mobile,
    Home,
}

public class Phone
{
    public required string Number { get; init; }

    public PhoneKind Kind { get; set; } = PhoneKind.Home;

    [Column("ext")] public int? Extension { get; set; }
}

public sealed record Address(string City, int Zip = 1000)
{
    public List<Phone?> Phones { get; init; } = [];

    public Address? Former { get; init; }
}

[RomModel]
public partial class Customer
{
    public List<string> Tags { get; set; } = [];

    public Address? Home { get; set; }

    public (decimal Low, string? High)? Range { get; init; }

    public Dictionary<string, HashSet<int>[]>? Groups { get; set; }
}
