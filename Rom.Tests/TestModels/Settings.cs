using System.Text.Json.Serialization;

namespace Rom.Tests.TestModels;

/// <summary>What is stored as JSON: also what MessagePack columns cannot hold, an object of a derived class.</summary>
[JsonDerivedType(typeof(DarkSettings), "dark")]
public class Settings
{
    public string Theme { get; set; } = "light";

    public List<int> Sizes { get; set; } = [];
}

public sealed class DarkSettings : Settings
{
    public double Contrast { get; set; }
}

[JsonSerializable(typeof(Settings))]
[JsonSerializable(typeof(Dictionary<string, string?>))]
[JsonSerializable(typeof(Hours))]
internal sealed partial class ProfileJson : JsonSerializerContext;

/// <summary>Columns stored as JSON.</summary>
[RomModel(Name = "Pr")]
public partial class Profile
{
    public long Id { get; private set; }

    [Json(typeof(ProfileJson))] public Settings Settings { get; set; } = new();

    [Json(typeof(ProfileJson))] public Settings? Former { get; set; }

    [Json(typeof(ProfileJson))] public Dictionary<string, string?>? Labels { get; set; }

    [Json(typeof(ProfileJson))] public Hours? Opening { get; set; }
}
