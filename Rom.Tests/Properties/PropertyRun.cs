using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NUnit.Framework;

namespace Rom.Tests.Properties;

/// <summary>
/// Runs a property on random cases and shrinks the first that fails. A change is judged by the same cases as the one before it;
/// <c>ROM_PROPERTY_SEED</c> asks for others, <c>ROM_PROPERTY_CASES</c> for more, <c>ROM_PROPERTY_CASE</c> for a single query that failed.
/// </summary>
internal static class PropertyRun
{
    private const int DefaultCases = 20_000;
    private const ulong DefaultSeed = 2026;
    private const int Concurrent = 32;

    public static ulong Seed { get; } = Setting("ROM_PROPERTY_SEED") ?? DefaultSeed;

    /// <summary>How many random queries the filter properties make in all.</summary>
    public static int Cases { get; } = (int)(Setting("ROM_PROPERTY_CASES") ?? DefaultCases);

    /// <summary>The one random query to be made, if others are not wanted: <c>ROM_PROPERTY_CASE</c>.</summary>
    public static string? OnlyCase { get; } = Environment.GetEnvironmentVariable("ROM_PROPERTY_CASE") is { Length: > 0 } name ? name : null;

    /// <summary>A source of random data for one use, the same in each run with the same seed.</summary>
    public static Random Random(int stream) => new(HashOf((ulong)stream + 1));

    /// <summary>The same for a use with a name.</summary>
    public static Random Random(string name) => new(HashOf(name.Aggregate(0xCBF29CE484222325, (hash, c) => unchecked((hash ^ c) * 0x100000001B3))));

    /// <summary>Checks a property that says what is wrong with a case, or null.</summary>
    /// <param name="stream">Tells the uses of one seed apart.</param>
    /// <param name="cases">How many cases are made.</param>
    /// <param name="make">Makes a case.</param>
    /// <param name="smaller">Simpler variants of a case, most simple first.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static void Check<T>(int stream, int cases, Func<Random, T> make, Func<T, IEnumerable<T>> smaller, Func<T, string?> problem)
    {
        Arbitrary<T> arbitrary = Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => make(new Random(seed))), smaller);
        string? smallest = null;
        Property property = Prop.ForAll(arbitrary, (T value) =>
        {
            if (problem(value) is not { } wrong) return true;
            // FsCheck goes on from each variant that still fails, so the last failure is the smallest.
            smallest = $"{value}\n{wrong}";
            return false;
        });
        Replay replay = new(new Rnd((ulong)HashOf((ulong)stream + 1)), FSharpOption<int>.None);
        try
        {
            FsCheck.Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(cases).WithReplay(FSharpOption<Replay>.Some(replay)), property);
        }
        catch (Exception e)
        {
            Assert.Fail($"{Repeat}\n{smallest ?? e.ToString()}");
        }
    }

    /// <summary>Checks a property of something that answers later, on many cases at once; the first that fails is made smaller.</summary>
    /// <param name="range">Which cases.</param>
    /// <param name="make">Makes a case.</param>
    /// <param name="smaller">Simpler variants of a case, most simple first.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static async Task CheckAsync<T>(CaseRange range, Func<Random, T> make, Func<T, IEnumerable<T>> smaller, Func<T, Task<string?>> problem)
    {
        ConcurrentDictionary<int, (T Case, string Problem)> failed = [];
        ParallelOptions atOnce = new() { MaxDegreeOfParallelism = Concurrent };
        await Parallel.ForEachAsync(range.Cases, atOnce, async (at, _) =>
        {
            T one = make(range.CaseRandom(at));
            if (await ProblemAsync(one, problem) is { } wrong) failed[at] = (one, wrong);
        });
        if (failed.IsEmpty) return;
        int first = failed.Keys.Min();
        string smallest = await SmallestAsync(failed[first].Case, failed[first].Problem, smaller, problem);
        Assert.Fail($"Repeat with ROM_PROPERTY_SEED={Seed} ROM_PROPERTY_CASES={Cases} ROM_PROPERTY_CASE={range.CaseName(first)}.\n{smallest}");
    }

    private static async Task<string> SmallestAsync<T>(T failing, string wrong, Func<T, IEnumerable<T>> smaller, Func<T, Task<string?>> problem)
    {
        for (bool shrunk = true; shrunk;)
        {
            shrunk = false;
            foreach (T candidate in smaller(failing))
            {
                if (await ProblemAsync(candidate, problem) is not { } still) continue;
                (failing, wrong, shrunk) = (candidate, still, true);
                break;
            }
        }

        return $"{failing}\n{wrong}";
    }

    /// <summary>An exception is a failure like any other, so that it is made smaller too.</summary>
    private static async Task<string?> ProblemAsync<T>(T value, Func<T, Task<string?>> problem)
    {
        try
        {
            return await problem(value);
        }
        catch (Exception e) when (e is not AssertionException)
        {
            return e.ToString();
        }
    }

    /// <summary>What a failure message begins with.</summary>
    public static string Repeat => $"Repeat with ROM_PROPERTY_SEED={Seed} ROM_PROPERTY_CASES={Cases}.";

    /// <summary>Not HashCode, which differs from process to process.</summary>
    private static int HashOf(ulong use)
    {
        ulong mixed = unchecked((Seed + use) * 0x9E3779B97F4A7C15);
        return (int)(mixed >> 33);
    }

    private static ulong? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
