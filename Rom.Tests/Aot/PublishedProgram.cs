using System.Diagnostics;
using NUnit.Framework;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Aot;

/// <summary>samples/Aot, published into a folder of its own.</summary>
internal sealed class PublishedProgram
{
    private const string NoLinker =
        "Native AOT needs a C linker, and there is none. On Debian or Ubuntu: apt-get install clang zlib1g-dev; elsewhere see https://aka.ms/nativeaot-prerequisites.";

    private readonly string _folder;

    private PublishedProgram(string folder, string output)
    {
        _folder = folder;
        Warnings = IlWarnings.Read(output);
    }

    /// <summary>What the trimmer or the native compiler warned of.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The bytes of everything that must be copied to another machine.</summary>
    public long Size => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    /// <summary>Publishes outside the tree, so that builds which run meanwhile are not disturbed.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="publishAs">A value of the sample's property PublishAs.</param>
    /// <param name="properties">Further properties, such as <c>-p:CppCompilerAndLinker=gcc</c>.</param>
    public static async Task<PublishedProgram> PublishAsync(string folder, string publishAs, params string[] properties)
    {
        string program = Path.Combine(folder, "program");
        try
        {
            string output = await Command.DotnetAsync(
                SourceTree.Root, new Dictionary<string, string>(),
                ["publish", SourceTree.Path("samples", "Aot"), $"-p:PublishAs={publishAs}", "--artifacts-path", Path.Combine(folder, "artifacts"), "-o", program, .. properties]);
            return new PublishedProgram(program, output);
        }
        catch (InvalidOperationException error) when (error.Message.Contains("Platform linker", StringComparison.Ordinal))
        {
            throw new AssertionException(NoLinker, error);
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>Its exit code and all that it printed.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(_folder, OperatingSystem.IsWindows() ? "Aot.exe" : "Aot"), arguments)
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        output += await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
