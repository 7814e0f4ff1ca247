namespace Catalog;

/// <summary>One record: its fields, and the line of each, so that a bad value can be found in a file of a million lines.</summary>
internal sealed class Stanza(int line)
{
    // Field names are not case-sensitive (Debian Policy, 5.1).
    private readonly Dictionary<string, (string Value, int Line)> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line of its first field.</summary>
    public int Line { get; } = line;

    public int Count => _fields.Count;

    /// <summary>The value of a field, or null when the stanza lacks it or it is empty.</summary>
    public string? this[string name] => _fields.TryGetValue(name, out var field) && field.Value.Length > 0 ? field.Value : null;

    public string Required(string name) => this[name] ?? throw new StanzaException(LineOf(name), $"the record has no {name}.");

    public int LineOf(string name) => _fields.TryGetValue(name, out var field) ? field.Line : Line;

    public bool TryAdd(string name, string value, int line) => _fields.TryAdd(name, (value, line));
}

/// <summary>The input is not in the stanza format, or a field of it cannot be what it says.</summary>
internal sealed class StanzaException(int line, string problem) : Exception($"Line {line}: {problem}")
{
    public int Line { get; } = line;
}
