namespace Rom.Tests.TestModels;

/// <summary>One that others refer to, by several references of one model.</summary>
[RomModel(Group = "club")]
public partial class Club
{
    public long Id { get; private set; }

    [Collection(nameof(Match.Home))] public partial RefCollection<Match> HomeMatches { get; }

    [Collection(nameof(Match.Guest))] internal partial RefCollection<Match> GuestMatches { get; }

    [Collection] public partial RefCollection<Captain> Captains { get; }
}

[RomModel(Group = "club")]
public partial class Match
{
    public int Id { get; private set; }

    public Ref<Club>? Home { get; set; }

    public Ref<Club>? Guest { get; set; }

    [Index] public int Goals { get; set; }
}

/// <summary>One-to-one: the collection has one entity at most.</summary>
[RomModel(Group = "club")]
public partial class Captain
{
    public string? Name { get; set; }

    [Unique] public Ref<Club>? Club { get; set; }
}

/// <summary>A key of two parts that others refer to.</summary>
[RomModel(Group = "club")]
public partial record Stand
{
    [PrimaryKey] public required string Side { get; init; }

    [PrimaryKey] public int Number { get; init; }

    [Collection(nameof(Fan.Stand))] public partial RefCollection<Fan> Fans { get; }
}

[RomModel(Group = "club")]
public partial class Fan
{
    public Guid Id { get; private set; }

    public required Ref<Stand> Stand { get; set; }
}
