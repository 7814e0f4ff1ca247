using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Rom.Generators;

namespace Rom.Benchmarks.Generator;

/// <summary>What the generator takes in projects of several sizes: the first run, and the runs after one edit.</summary>
internal static class GeneratorCommand
{
    private const int WarmUps = 10, Rounds = 31;

    public static void Run()
    {
        List<Case> cases = [];
        foreach (int models in (int[])[1, 50, 200])
        {
            Project project = new(models);
            cases.Add(new Case(models, "first", null, project.Compile));
            cases.Add(new Case(models, "a column more in one model", project.Compile(), project.WithColumn));
            cases.Add(new Case(models, "a method more in one model", project.Compile(), project.WithMethod));
            cases.Add(new Case(models, "another file", project.Compile(), project.WithOtherFile));
        }

        // In turns, so that what else the machine does meets all of them alike.
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (Case one in cases) one.Measure();
        }

        Console.WriteLine($"Roslyn {typeof(Compilation).Assembly.GetName().Version!.ToString(2)}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, medians of {Rounds} runs.\n");
        Console.WriteLine("| models | run | ms | KB | files written |");
        Console.WriteLine("| -----: | --- | -: | -: | ------------: |");
        foreach (Case one in cases) Console.WriteLine(one.Row);
    }

    /// <param name="Models">How many models the project has.</param>
    /// <param name="Name">What happened before the run.</param>
    /// <param name="Before">The project of the run before it, if there was one.</param>
    /// <param name="Compile">The project of the run: new each time and with nothing bound yet, as it is after an edit.</param>
    private sealed record Case(int Models, string Name, CSharpCompilation? Before, Func<CSharpCompilation> Compile)
    {
        private readonly List<double> _milliseconds = [], _bytes = [];

        /// <summary>A driver is immutable, so that each round starts from the same state.</summary>
        private readonly GeneratorDriver _driver = Started(Before, track: false);

        public string Row => string.Create(CultureInfo.InvariantCulture,
            $"| {Models} | {Name} | {Median(_milliseconds):F1} | {Median(_bytes) / 1024:F0} | {Written()} |");

        public void Measure()
        {
            CSharpCompilation compilation = Compile();
            long bytes = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
            _driver.RunGenerators(compilation);
            _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            _bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }

        /// <summary>How many files the run writes anew, by the steps that the driver recorded.</summary>
        private int Written() => Started(Before, track: true).RunGenerators(Compile()).GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

        private static GeneratorDriver Started(CSharpCompilation? before, bool track)
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new RomModelGenerator().AsSourceGenerator()],
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));
            return before is null ? driver : driver.RunGenerators(before);
        }

        private static double Median(List<double> values) => values.Skip(WarmUps).Order().ElementAt(Rounds / 2);
    }
}
