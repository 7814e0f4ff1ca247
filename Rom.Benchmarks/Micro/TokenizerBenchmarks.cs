using BenchmarkDotNet.Attributes;

namespace Rom.Benchmarks.Micro;

/// <summary>The words of a text.</summary>
[MemoryDiagnoser]
public class TokenizerBenchmarks
{
    private string _text = "";

    /// <summary>Five words of ASCII, five of others, or a page.</summary>
    [Params("ascii", "unicode", "page")]
    public string Kind { get; set; } = "ascii";

    [GlobalSetup]
    public void Make() => _text = Kind switch
    {
        "ascii" => "Likes Redis, Lua and C#.",
        "unicode" => "Öl über Straße, naïve «Ελλάδα».",
        _ => string.Join(' ', Enumerable.Range(0, 500).Select(number => $"Word{number % 200}, and")),
    };

    [Benchmark]
    public int Words() => TextTokenizer.Words(_text).Count();
}
