using System.Text;

namespace Catalog;

/// <summary>
/// Reads the stanza format of Debian's <c>Packages</c> files: fields, one a line; lines that begin with a space continue the field
/// above; blank lines end a record. Streams, so a large index needs no more memory than its largest record.
/// </summary>
internal static class StanzaReader
{
    public static IEnumerable<Stanza> Read(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, bufferSize: 1 << 16, leaveOpen: true);
        StanzaBuilder record = new();
        int line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            // Policy asks for empty lines, and lets parsers take lines of blanks as such; a blank line inside a value is written " .".
            if (string.IsNullOrWhiteSpace(text))
            {
                if (record.Complete() is { } stanza) yield return stanza;
            }
            else if (text[0] is ' ' or '\t')
            {
                record.Continue(text, line);
            }
            else
            {
                record.Begin(text, line);
            }
        }

        if (record.Complete() is { } last) yield return last;
    }

    /// <summary>The record being read. A field is added when the next one begins, because lines that continue it may follow.</summary>
    private sealed class StanzaBuilder
    {
        private readonly StringBuilder _value = new();
        private Stanza? _stanza;
        private string? _name;
        private int _line;

        public void Begin(string text, int line)
        {
            int colon = text.IndexOf(':');
            if (colon < 0) throw new StanzaException(line, "expected \"Field: value\", but there is no colon.");
            string name = text[..colon].TrimEnd();
            if (name.Length == 0 || name.AsSpan().ContainsAny(' ', '\t', '\0'))
                throw new StanzaException(line, "expected \"Field: value\", but what stands before the colon is no field name.");

            AddField();
            _stanza ??= new Stanza(line);
            (_name, _line) = (name, line);
            _value.Append(text.AsSpan(colon + 1).Trim());
        }

        public void Continue(string text, int line)
        {
            if (_name is null)
                throw new StanzaException(line, "a line that begins with a space continues a field, and there is none above it.");
            ReadOnlySpan<char> more = text.AsSpan(1).TrimEnd();
            _value.Append('\n').Append(more is "." ? "" : more);
        }

        public Stanza? Complete()
        {
            AddField();
            Stanza? complete = _stanza;
            _stanza = null;
            return complete;
        }

        private void AddField()
        {
            if (_name is null) return;
            if (!_stanza!.TryAdd(_name, _value.ToString(), _line))
                throw new StanzaException(_line, $"the record has a second {_name}.");
            _name = null;
            _value.Clear();
        }
    }
}
