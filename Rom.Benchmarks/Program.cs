using Rom.Benchmarks.Generator;
using Rom.Benchmarks.Macro;
using Rom.Benchmarks.Memory;
using Rom.Benchmarks.Micro;
using Rom.Benchmarks.Scale;
using Rom.Benchmarks.Units;

switch (args)
{
    case ["macro", .. string[] rest] when Options.Parse(rest) is { } options:
        await MacroCommand.RunAsync(options).ConfigureAwait(false);
        return 0;
    case ["memory"]:
        await MemoryCommand.RunAsync().ConfigureAwait(false);
        return 0;
    case ["units"]:
        await UnitsCommand.RunAsync().ConfigureAwait(false);
        return 0;
    case ["scale", .. string[] rest] when await ScaleCommand.RunAsync(rest).ConfigureAwait(false):
        return 0;
    case ["micro", .. string[] rest]:
        MicroCommand.Run(rest);
        return 0;
    case ["generator"]:
        GeneratorCommand.Run();
        return 0;
    default:
        Console.Error.WriteLine($"dotnet run -c Release --project Rom.Benchmarks -- {Options.Usage}");
        Console.Error.WriteLine("dotnet run -c Release --project Rom.Benchmarks -- memory");
        Console.Error.WriteLine("dotnet run -c Release --project Rom.Benchmarks -- units");
        Console.Error.WriteLine($"dotnet run -c Release --project Rom.Benchmarks -- {ScaleCommand.Usage}");
        Console.Error.WriteLine("dotnet run -c Release --project Rom.Benchmarks -- generator");
        Console.Error.WriteLine("dotnet run -c Release --project Rom.Benchmarks -- micro [options of BenchmarkDotNet]");
        return 2;
}
