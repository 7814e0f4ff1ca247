namespace Rom.Tests.TestModels;

/// <summary>A computed index whose method comes to throw on a value that is stored already.</summary>
[RomModel]
[Index(Name = "Loud", Keys = nameof(LoudOf))]
public partial class Fragile
{
    public static readonly AsyncLocal<bool> IsBroken = new();

    public long Id { get; private set; }

    public string? Text { get; set; }

    [Index] public string? Other { get; set; }

    private static string LoudOf(string text) => IsBroken.Value && text == "odd" ? throw new FormatException("odd") : text.ToUpperInvariant();
}
