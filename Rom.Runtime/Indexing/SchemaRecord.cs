using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;

namespace Rom.Indexing;

/// <summary>
/// What every program that writes a model must agree on: the form of its index entries and uniques. The first writer stores it, and
/// every commit compares.
/// </summary>
internal static class SchemaRecord
{
    /// <summary>The version of the layout of keys and encodings; raised whenever stored data would be read differently.</summary>
    private const string Layout = "layout 1";

    public static string Describe(ModelMetadata model)
    {
        IEnumerable<string> indexes = model.Indexes.Select(index =>
            $"index {index.Name} {index.Kind}{(index.Prefix ? " prefix" : "")}{Revision(index)} ({string.Join(", ", index.Columns.Select(c => Describe(model.Columns[c])))})");
        IEnumerable<string> uniques = model.Uniques.Select(unique => $"unique {unique.Name} ({Describe(unique.Column)})");
        string parts = model.KeyParts.Count == 0 ? "" : $" ({string.Join(", ", model.KeyParts.Select(part => Describe(model.Columns[part])))})";
        string key = $"key {model.Key.StoredName} {(model.KeyIsAssignedByStore ? "Integer" : model.KeyKind)}{parts}";
        string[] version = model.Version is { } column ? [$"version {column.StoredName}"] : [];
        return string.Join('\n', [Layout, key, .. version, .. indexes.Concat(uniques).Order(StringComparer.Ordinal)]);
    }

    public static string Fingerprint(string description) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(description)).AsSpan(0, 8));

    /// <summary>What differs, line by line, for the user.</summary>
    public static string Difference(string stored, string own)
    {
        string[] theirs = stored.Split('\n'), ours = own.Split('\n');
        IEnumerable<string> lines = theirs.Except(ours).Select(line => $"  stored only:       {line}")
            .Concat(ours.Except(theirs).Select(line => $"  this program only: {line}"));
        return string.Join('\n', lines);
    }

    private static string Revision(IndexMetadata index) => index.Kind == IndexKind.FullText ? $" words {TextTokenizer.Revision}" : "";

    private static string Describe(ColumnMetadata column) =>
        $"{column.StoredName} {column.Kind}{(column.ConverterRevision > 0 ? $" converter {column.ConverterRevision}" : "")}{(column.StoresNull ? " null stored" : "")}";
}
