using System.Text;

namespace Rom.Generators.Emitting;

/// <summary>Indented text with line feeds, whatever the machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One or more lines; each is indented.</summary>
    public void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            string text = line.TrimEnd('\r');
            if (text.Length > 0) _text.Append(' ', 4 * _depth).Append(text);
            _text.Append('\n');
        }
    }

    public void Blank() => _text.Append('\n');

    /// <summary>Lines and an opening brace, after which everything is indented.</summary>
    public void Open(string lines)
    {
        Write(lines);
        Write("{");
        _depth++;
    }

    public void Close(string end = "}")
    {
        _depth--;
        Write(end);
    }

    public override string ToString() => _text.ToString();
}
