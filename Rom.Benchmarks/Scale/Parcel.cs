namespace Rom.Benchmarks.Scale;

/// <summary>A row of which only the number grows: the share of each section and the spread of weights stay the same.</summary>
[RomModel]
[Index(nameof(Section), nameof(Weight))]
public partial class Parcel
{
    private const int Sections = 20;

    public long Id { get; private set; }

    [Unique] public required string Code { get; set; }

    [Index] public required string Section { get; set; }

    [Index] public long Weight { get; set; }

    [Index] public bool Fragile { get; set; }

    [Index(IndexKind.FullText)] public required string Note { get; set; }

    public static Parcel Of(int number) => new()
    {
        Code = $"P{number:D8}", Section = $"section{number * 7 % Sections}", Weight = number * 7919L % 100_003, Fragile = number % 3 == 0,
        Note = $"Parcel number {number} of batch{number % 1000}",
    };
}
