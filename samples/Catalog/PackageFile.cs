using System.IO.Compression;
using System.Reflection;

namespace Catalog;

/// <summary>A package index, plain or gzip; the slice that the sample ships when no path is given.</summary>
internal sealed class PackageFile : IDisposable
{
    private const string Slice = "packages.gz";

    private readonly Stream _stored;
    private readonly Stream _content;

    private PackageFile(Stream stored, bool compressed)
    {
        _stored = stored;
        _content = compressed ? new GZipStream(stored, CompressionMode.Decompress) : stored;
    }

    /// <summary>How much of the file was read, 0 to 1.</summary>
    public double Fraction => _stored.Length == 0 ? 1 : (double)_stored.Position / _stored.Length;

    public static PackageFile Open(string? path)
    {
        if (path is null) return new PackageFile(Assembly.GetExecutingAssembly().GetManifestResourceStream(Slice)!, compressed: true);
        if (Directory.Exists(path)) throw new IOException($"{path} is a directory. Name a Packages file.");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path}.");
        FileStream file = File.OpenRead(path);
        try
        {
            return new PackageFile(file, IsGzip(file, path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public IEnumerable<Stanza> ReadStanzas() => StanzaReader.Read(_content);

    public void Dispose()
    {
        _content.Dispose();
        _stored.Dispose();
    }

    /// <summary>Goes by the first bytes, because package tools keep such files under many names.</summary>
    private static bool IsGzip(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[6];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.StartsWith<byte>([0x1F, 0x8B])) return true;
        (string Kind, string Command)? other =
            start.StartsWith<byte>([0xFD, .. "7zXZ"u8, 0]) ? ("xz", "xz -dc")
            : start.StartsWith<byte>([0x04, 0x22, 0x4D, 0x18]) ? ("lz4", "lz4 -dc")
            : start.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) ? ("zstd", "zstd -dc")
            : start.StartsWith("BZh"u8) ? ("bzip2", "bzip2 -dc")
            : null;
        if (other is not { } found) return false;
        throw new IOException(
            $"{path} is compressed with {found.Kind}, which this program does not read. Decompress it first:\n" +
            $"  {found.Command} '{path}' > Packages");
    }
}
