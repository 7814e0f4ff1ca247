using BenchmarkDotNet.Attributes;
using Rom.Benchmarks.Models;
using Rom.CompilerServices;

namespace Rom.Benchmarks.Micro;

/// <summary>
/// A basket of ten items from an entity to its stored bytes and back: as MessagePack by generated codecs, and as JSON by System.Text.Json's
/// source generation.
/// </summary>
[MemoryDiagnoser]
public class NestedBenchmarks
{
    private readonly Basket _basket = new() { Items = Lines() };
    private readonly JsonBasket _jsonBasket = new() { Items = Lines() };
    private readonly byte[]?[] _row;
    private readonly byte[]?[] _jsonRow;

    public NestedBenchmarks()
    {
        _row = EntityOperations<Basket, long, Basket.Columns>.Encode(_basket, null, "1"u8.ToArray());
        _jsonRow = EntityOperations<JsonBasket, long, JsonBasket.Columns>.Encode(_jsonBasket, null, "1"u8.ToArray());
        Console.WriteLine($"// {_row[1]!.Length} bytes of MessagePack, {_jsonRow[1]!.Length} of JSON");
    }

    [Benchmark]
    public byte[]?[] Write() => EntityOperations<Basket, long, Basket.Columns>.Encode(_basket, null);

    [Benchmark]
    public byte[]?[] WriteUnchanged() => EntityOperations<Basket, long, Basket.Columns>.Encode(_basket, _row);

    [Benchmark]
    public Basket Read() => EntityOperations<Basket, long, Basket.Columns>.Load(_row);

    [Benchmark]
    public Basket Copy() => _basket.Copy();

    [Benchmark]
    public byte[]?[] WriteJson() => EntityOperations<JsonBasket, long, JsonBasket.Columns>.Encode(_jsonBasket, null);

    [Benchmark]
    public JsonBasket ReadJson() => EntityOperations<JsonBasket, long, JsonBasket.Columns>.Load(_jsonRow);

    private static List<BasketLine> Lines() =>
        [.. Enumerable.Range(0, 10).Select(i => new BasketLine($"Article {i}", i, 9.99m * i) { AddedAt = new DateTimeOffset(2026, 11, 21, 9, i, 0, TimeSpan.Zero) })];
}
