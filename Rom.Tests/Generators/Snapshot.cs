using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>
/// Compares text with a file kept beside the tests. Where they differ the text is written beside it as <c>.received.txt</c>;
/// with <c>ROM_UPDATE_SNAPSHOTS=1</c> it becomes the file.
/// </summary>
internal static class Snapshot
{
    public static string Folder { get; } = FolderOf();

    private static bool Accepts => Environment.GetEnvironmentVariable("ROM_UPDATE_SNAPSHOTS") == "1";

    public static void Verify(string name, string text)
    {
        string verified = Path.Combine(Folder, name + ".verified.txt");
        string received = Path.Combine(Folder, name + ".received.txt");
        if (Accepts) File.WriteAllText(verified, text);
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (IsSame(text, expected))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"The text differs from {verified}. Compare it with {received}, and accept it with ROM_UPDATE_SNAPSHOTS=1 if it is right.");
    }

    /// <summary>Line ends may be those of the machine; nothing else may differ.</summary>
    public static bool IsSame(string text, string expected) => text == expected.ReplaceLineEndings("\n");

    private static string FolderOf([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Snapshots");
}
