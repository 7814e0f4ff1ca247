using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rom.Storage.Memory;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Infrastructure;

/// <summary>
/// What contacts imply beside their rows, computed from the loaded properties and written down once more, by hand: nothing of the code that computes the entries
/// which are stored is used, so that an error in it cannot hide itself. Bytes are shown as Latin-1, one character each.
/// </summary>
internal static class ContactEntries
{
    private const string Null = "\0\0";

    /// <summary>Where what is stored of contacts, but for the counters, differs from what they imply; both ways.</summary>
    public static async Task<List<string>> DifferencesAsync(RomDatabase db, IDatabase redis, string prefix)
    {
        string head = prefix + "{Contact}:";
        Dictionary<string, SortedSet<string>> stored = (await KeyspaceVerifier.ReadAsync(redis, head)).ToDictionary(pair => pair.Key[head.Length..], pair => pair.Value);
        List<Contact> contacts = await Contact.GetAsync(db, stored.Keys.Where(key => key.StartsWith("row:", StringComparison.Ordinal)).Select(key => long.Parse(key[4..], CultureInfo.InvariantCulture)));
        IEnumerable<string> actual = stored.Where(pair => pair.Key is not ("id" or "schema"))
            .SelectMany(pair => pair.Value, (pair, item) => $"{pair.Key} {item}").Where(entry => !entry.StartsWith("row:", StringComparison.Ordinal) || entry.Contains(" :", StringComparison.Ordinal));
        IEnumerable<string> expected = contacts.SelectMany(Of).Select(entry => $"{entry.Key} {entry.Item}").Distinct();
        return Differences(actual, expected);
    }

    /// <summary>Where the uniques that the memory engine keeps differ from what contacts imply; both ways.</summary>
    public static async Task<List<string>> DifferencesAsync(RomDatabase db, MemoryTable table)
    {
        List<Contact> contacts = await Contact.Query(db).ToListAsync();
        IEnumerable<string> actual = table.UniqueNames.SelectMany(name => table.Unique(name), (name, pair) => $"unique:{name} {Latin(pair.Key)}\u0001{Latin(pair.Value)}");
        IEnumerable<string> expected = contacts.SelectMany(Of).Where(entry => entry.Key.StartsWith("unique:", StringComparison.Ordinal)).Select(entry => $"{entry.Key} {entry.Item}");
        return Differences(actual, expected);
    }

    private static List<string> Differences(IEnumerable<string> actual, IEnumerable<string> expected) =>
        [.. actual.Except(expected).Select(one => $"stored, not implied: {one}"), .. expected.Except(actual).Select(one => $"implied, not stored: {one}")];

    private static IEnumerable<(string Key, string Item)> Of(Contact c)
    {
        string id = $"{c.Id}";
        string? domain = c.Email is { } email && email.Contains('@', StringComparison.Ordinal) ? email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..] : null;
        string? name = c.First is null && c.Last is null ? null : $"{c.First} {c.Last}";
        string[]? initials = c.First is null && c.Last is null ? null : [.. new[] { c.First, c.Last }.Where(part => part is { Length: > 0 }).Select(part => part![..1])];
        decimal? spread = c.High - c.Low;
        return
        [
            ("keys", id),
            .. Ordered("Email", c.Email, id), .. Exact("Email.Exact", c.Email is null ? null : [c.Email], id), .. Exact("Domain", domain is null ? null : [domain], id),
            .. Ordered("ByNick", Fold(c.Nick), id), .. Derived("ByNick", Fold(c.Nick), id),
            .. Exact("City", c.City is null ? null : [Fold(c.City)!], id),
            .. Words("Notes", c.Notes is null ? null : [c.Notes], [], prefix: true, suffix: true, id),
            .. Words("Motto", c.Motto is null ? null : [c.Motto], ["the", "a", "of"], prefix: false, suffix: false, id),
            .. Point("Home", c.Home is not null, id), .. Point("Rounded", c.Home?.Longitude >= 0, id),
            .. Exact("Labels", c.Labels?.Where(label => label is not null).Select(label => Fold(label)!), id),
            .. Exact("Numbers", c.Numbers.Select(number => $"{number}"), id),
            .. Words("Lines", c.Lines, [], prefix: true, suffix: false, id),
            .. Ordered("FullName", Fold(name), id), .. Derived("FullName", Fold(name), id),
            .. Exact("Initials", initials, id),
            ("ordered:Spread", (spread is { } number ? Number(number) : Null) + id), .. Derived("Spread", spread?.ToString(CultureInfo.InvariantCulture), id),
            .. Words("Anything", new[] { c.First, c.Last, c.City }.OfType<string>(), [], prefix: true, suffix: false, id),
            .. Unique("Handle", Utf8(Fold(c.Handle)), id), .. Unique("Mailbox", Utf8(Fold(c.Email?.Split('+', '@')[0])), id),
            .. Unique("First+Last", c.First is null || c.Last is null ? null : Escape(Utf8(Fold(c.First)!)) + Escape(Utf8(Fold(c.Last)!)), id),
            .. Unique("Country+Number", c.Country is null || c.Number is null ? null : Escape(Utf8(c.Country)) + Escape($"{c.Number}"), id),
        ];
    }

    private static IEnumerable<(string, string)> Ordered(string index, string? text, string id) => text is null
        ? [($"ordered:{index}", Null + id)]
        : [($"ordered:{index}", Escape(Utf8(text)) + id), ($"reversed:{index}", Escape(Reverse(Utf8(text))) + id)];

    private static IEnumerable<(string, string)> Derived(string index, string? text, string id) => text is null ? [] : [($"row:{id}", $":{index}\u0001{Utf8(text)}")];

    private static IEnumerable<(string, string)> Exact(string index, IEnumerable<string>? values, string id) =>
        values is null ? [($"exact:{index}~", id)] : values.Distinct().Select(value => ($"exact:{index}={Utf8(value)}", id));

    private static IEnumerable<(string, string)> Words(string index, IEnumerable<string>? texts, string[] left, bool prefix, bool suffix, string id)
    {
        if (texts is null) return [($"word:{index}~", id)];
        return texts.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Fold(word.Trim([.. word.Where(c => char.IsPunctuation(c) || char.IsSymbol(c))]))!).Where(word => word.Length > 0).Except(left)
            .SelectMany(word =>
            {
                byte[] bytes = Encoding.UTF8.GetBytes(word);
                bool isLong = bytes.Length > 512;
                string digest = Latin(SHA256.HashData(bytes));
                IEnumerable<(string, string)> entries = [($"word:{index}{(isLong ? "#" + digest : "=" + Latin(bytes))}", id)];
                if (prefix) entries = entries.Append(($"words:{index}", isLong ? Latin(bytes[..512]) + "\0" + digest : Latin(bytes)));
                if (suffix) entries = entries.Append(($"reversed-words:{index}", isLong ? Reverse(Latin(bytes[^512..])) + "\0" + digest : Reverse(Latin(bytes))));
                return entries;
            });
    }

    private static IEnumerable<(string, string)> Point(string index, bool has, string id) => [(has ? $"geo:{index}" : $"geo:{index}~", id)];

    private static IEnumerable<(string, string)> Unique(string unique, string? value, string id) => value is null ? [] : [($"unique:{unique}", $"{value}\u0001{id}")];

    private static string Number(decimal number)
    {
        string[] parts = Math.Abs(number).ToString(CultureInfo.InvariantCulture).Split('.');
        string integer = parts[0].TrimStart('0'), digits = (integer + (parts.Length > 1 ? parts[1] : "")).TrimEnd('0');
        if (digits.Length == 0) return "\u0080 ";
        return number > 0 ? $"{(char)(0x80 + integer.Length)}{digits} " : $"{(char)(0x7F - integer.Length)}{string.Concat(digits.Select(digit => (char)('0' + '9' - digit)))}~";
    }

    /// <summary>Enough for the letters that the tests use.</summary>
    private static string? Fold(string? text) => text?.ToLowerInvariant();

    private static string Escape(string bytes) => bytes.Replace("\0", "\0\u00FF", StringComparison.Ordinal) + "\0\u0001";

    private static string Reverse(string bytes) => string.Concat(bytes.Reverse());

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Utf8(string? text) => text is null ? null : Latin(Encoding.UTF8.GetBytes(text));

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
