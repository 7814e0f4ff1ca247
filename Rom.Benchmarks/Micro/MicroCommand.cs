using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Rom.Benchmarks.Micro;

/// <summary>Runs the benchmarks of the codecs, which need no server.</summary>
internal static class MicroCommand
{
    public static void Run(string[] arguments)
    {
        // In this process: a project that BenchmarkDotNet generates knows nothing of the properties that this repository builds with.
        IConfig config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments, config);
    }
}
