using System.Text.Json.Serialization;
using Rom;

namespace AotSample.Models;

/// <summary>Columns whose values have parts: as MessagePack by generated codecs, and as JSON by generated contracts.</summary>
[RomModel(Name = "B", Group = "aot")]
public partial class Basket
{
    [PrimaryKey] public long Id { get; private set; }

    public List<Item> Items { get; set; } = [];

    public Dictionary<string, decimal>? Discounts { get; set; }

    public HashSet<Plan>? Plans { get; set; }

    public (DateOnly From, DateOnly To)? Period { get; set; }

    public Node? Tree { get; set; }

    [Rom.Json(typeof(BasketJson))] public Delivery Delivery { get; set; } = new();
}

public sealed record Item(string Name, int Count = 1)
{
    public decimal? Price { get; init; }
}

public sealed class Node
{
    public string Name { get; set; } = "";

    public List<Node> Children { get; set; } = [];
}

public sealed class Delivery
{
    public string Street { get; set; } = "";

    public List<string> Notes { get; set; } = [];
}

[JsonSerializable(typeof(Delivery))]
public sealed partial class BasketJson : JsonSerializerContext;
