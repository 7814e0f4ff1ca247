using System.Runtime.CompilerServices;

namespace Rom.Tests.Infrastructure;

/// <summary>Where the repository's files are, wherever the tests were built to.</summary>
internal static class SourceTree
{
    /// <summary>The folder that holds <c>rom.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        string root = System.IO.Path.GetFullPath(System.IO.Path.Combine(thisFile, "..", "..", ".."));
        return File.Exists(System.IO.Path.Combine(root, "rom.sln"))
            ? root
            : throw new DirectoryNotFoundException($"{root} is not the repository: the tests were built with mapped paths, or the sources have moved since.");
    }
}
