using System.Text.Json.Serialization;

namespace Rom.Benchmarks.Models;

/// <summary>A line of a basket.</summary>
public sealed record BasketLine(string Name, int Count, decimal Price)
{
    public DateTimeOffset AddedAt { get; init; }

    public string? Note { get; init; }
}

/// <summary>Lines as MessagePack.</summary>
[RomModel]
public partial class Basket
{
    public long Id { get; private set; }

    public List<BasketLine> Items { get; set; } = [];
}

/// <summary>The same lines as JSON.</summary>
[RomModel]
public partial class JsonBasket
{
    public long Id { get; private set; }

    [Rom.Json(typeof(BasketJson))] public List<BasketLine> Items { get; set; } = [];
}

[JsonSerializable(typeof(List<BasketLine>))]
public sealed partial class BasketJson : JsonSerializerContext;
