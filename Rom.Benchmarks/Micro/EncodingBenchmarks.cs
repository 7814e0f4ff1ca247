using BenchmarkDotNet.Attributes;
using Rom.CompilerServices;
using Rom.Indexing;

namespace Rom.Benchmarks.Micro;

/// <summary>The order-preserving bytes of one value.</summary>
[MemoryDiagnoser]
public class EncodingBenchmarks
{
    private readonly byte[] _number = "-123456.78"u8.ToArray(), _double = "-1.2345E-07"u8.ToArray(), _instant = "2024-05-17T08:30:00.0000000Z"u8.ToArray(),
        _text = "The quick brown fox jumps over the lazy dog"u8.ToArray();

    [Benchmark]
    public byte[] Number() => OrderedEncoding.Encode(ValueKind.Number, _number);

    [Benchmark]
    public byte[] Double() => OrderedEncoding.Encode(ValueKind.Double, _double);

    [Benchmark]
    public byte[] Instant() => OrderedEncoding.Encode(ValueKind.Instant, _instant);

    [Benchmark]
    public byte[] Text() => OrderedEncoding.Encode(ValueKind.Text, _text);
}
