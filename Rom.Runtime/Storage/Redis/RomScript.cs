using System.Security.Cryptography;
using System.Text;

namespace Rom.Storage.Redis;

/// <summary>An embedded script, with its shared parts put in and its comment lines left out.</summary>
internal sealed class RomScript
{
    private const string Include = "--@include ", FirstIsWritten = "-- One is written.";

    private RomScript(string name)
    {
        Name = name;
        Source = Expand(name);
        Text = Bare(Source);
        int written = Source.IndexOf(FirstIsWritten, StringComparison.Ordinal);
        FirstWritingLine = written < 0 ? int.MaxValue : Bare(Source[..written]).Count(c => c == '\n');
        // The server names scripts by SHA-1; nothing here is a matter of security.
#pragma warning disable CA5350
        Hash = SHA1.HashData(Encoding.UTF8.GetBytes(Text));
#pragma warning restore CA5350
        HashText = Convert.ToHexString(Hash).ToLowerInvariant();
    }

    public static RomScript Commit { get; } = new("commit");

    public static RomScript CommitRow { get; } = new("commit-row");

    public static RomScript CommitReceipt { get; } = new("commit-receipt");

    public static RomScript CommitRowReceipt { get; } = new("commit-row-receipt");

    public static RomScript Reserve { get; } = new("reserve");

    public static RomScript Patch { get; } = new("patch");

    public static RomScript PatchReceipt { get; } = new("patch-receipt");

    public static RomScript Receipt { get; } = new("receipt");

    public static RomScript Search { get; } = new("search");

    public static RomScript Explain { get; } = new("explain");

    public static RomScript Foreign { get; } = new("foreign");

    public static RomScript Lookup { get; } = new("lookup");

    public static RomScript Lock { get; } = new("lock");

    public static RomScript Page { get; } = new("page");

    public static RomScript Native { get; } = new("native");

    public static RomScript Rebuild { get; } = new("rebuild");

    public static RomScript Rows { get; } = new("rows");

    public static RomScript Types { get; } = new("types");

    public static RomScript Keys { get; } = new("keys");

    public static RomScript Members { get; } = new("members");

    public static RomScript Verify { get; } = new("verify");

    public static IReadOnlyList<RomScript> All { get; } =
    [
        Commit, CommitRow, CommitReceipt, CommitRowReceipt, Reserve, Patch, PatchReceipt, Receipt, Search, Explain, Foreign, Page, Lookup, Lock, Native,
        Rebuild, Rows, Types, Keys, Members, Verify,
    ];

    public string Name { get; }

    /// <summary>The file as it was written, with its shared parts after the lines that put them in.</summary>
    public string Source { get; }

    /// <summary>What is sent.</summary>
    public string Text { get; }

    public byte[] Hash { get; }

    /// <summary>The same as commands write it.</summary>
    public string HashText { get; }

    /// <summary>The line of <see cref="Text"/> after which an error may leave a commit half done: the last that may do its first write.</summary>
    public int FirstWritingLine { get; }

    private static string Expand(string name)
    {
        StringBuilder text = new();
        foreach (string line in Read(name).TrimEnd('\n').Split('\n'))
        {
            text.Append(line).Append('\n');
            string trimmed = line.Trim();
            if (trimmed.StartsWith(Include, StringComparison.Ordinal)) text.Append(Expand(trimmed[Include.Length..]));
        }

        return text.ToString();
    }

    private static string Bare(string source)
    {
        StringBuilder text = new();
        foreach (string line in source.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0 && !trimmed.StartsWith("--", StringComparison.Ordinal)) text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(RomScript).Assembly.GetManifestResourceStream($"Rom.Scripts.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
