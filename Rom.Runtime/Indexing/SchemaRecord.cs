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

    /// <summary>What a description begins with while the model is rebuilt.</summary>
    public const string Rebuilding = "rebuilding into";

    /// <summary>The line of a model without a set of all keys.</summary>
    private const string WithoutKeys = "keys not kept";

    public static string Describe(ModelMetadata model)
    {
        IEnumerable<string> indexes = model.Indexes.Select(index =>
            $"index {index.Name} {index.Kind}{Flags(index)}{Words(index)}{Over(model, index.Computed, index.Inputs)}");
        IEnumerable<string> uniques = model.Uniques.Select(unique =>
            $"unique {unique.Name}{(unique.IgnoreCase ? " ignore-case" : "")}{Over(model, unique.Computed, unique.Inputs)}");
        string parts = model.KeyParts.Count == 0 ? "" : $" ({string.Join(", ", model.KeyParts.Select(part => Describe(model.Columns[part])))})";
        string key = $"key {model.Key.StoredName} {(model.KeyIsAssignedByStore ? "Integer" : model.KeyKind)}{parts}";
        string[] version = model.Version is { } column ? [$"version {column.StoredName}"] : [];
        string[] keys = model.HasKeyIndex ? [] : [WithoutKeys];
        return string.Join('\n', [Layout, key, .. keys, .. version, .. indexes.Concat(uniques).Order(StringComparer.Ordinal)]);
    }

    public static string Fingerprint(string description) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(description)).AsSpan(0, 8));

    /// <summary>Whether programs of a description keep a set of all keys.</summary>
    public static bool KeepsKeys(string description) => !description.Split('\n').Contains(WithoutKeys);

    /// <summary>What differs, line by line, for the user.</summary>
    public static string Difference(string stored, string own)
    {
        string[] theirs = stored.Split('\n'), ours = own.Split('\n');
        IEnumerable<string> lines = theirs.Except(ours).Select(line => $"  stored only:       {line}")
            .Concat(ours.Except(theirs).Select(line => $"  this program only: {line}"));
        return string.Join('\n', lines);
    }

    private static string Flags(IndexMetadata index) =>
        $"{(index.Prefix ? " prefix" : "")}{(index.Suffix ? " suffix" : "")}{(index.IgnoreCase ? " ignore-case" : "")}";

    private static string Words(IndexMetadata index) => index.Kind != IndexKind.FullText ? ""
        : index.Tokenizer.Name is { } name ? $" words {name} {index.Tokenizer.Revision}" : $" words {index.Tokenizer.Revision}";

    private static string Over(ModelMetadata model, ComputedKeys? computed, ReadOnlySpan<int> inputs)
    {
        string columns = string.Join(", ", inputs.ToArray().Select(input => Describe(model.Columns[input])));
        return computed is null ? $" ({columns})"
            : computed.IsElements ? $" elements {computed.Column.Kind} ({columns})"
            : $" {computed.Column.Kind} computed {computed.Revision} ({columns})";
    }

    private static string Describe(ColumnMetadata column) =>
        $"{column.StoredName} {column.Kind}{(column.Converter is not null ? $" converter {column.ConverterRevision}" : "")}{(column.StoresNull ? " null stored" : "")}";
}
