using System.ComponentModel;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The stored names of a nested type's members, encoded once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedMembers
{
    private readonly byte[][] _encoded;
    private readonly byte[][] _names;

    /// <summary>The names in order of their declaration.</summary>
    public NestedMembers(params string[] names)
    {
        _names = [.. names.Select(ScalarText.Utf8.GetBytes)];
        _encoded = [.. _names.Select(Encode)];
    }

    internal int Count => _names.Length;

    internal byte[] Encoded(int ordinal) => _encoded[ordinal];

    internal string Name(int ordinal) => Encoding.UTF8.GetString(_names[ordinal]);

    /// <summary>The member of that name, or -1. Members are stored in their order, so the next one is tried first.</summary>
    internal int Find(ReadOnlySpan<byte> name, int expected)
    {
        if (expected < _names.Length && name.SequenceEqual(_names[expected])) return expected;
        for (int i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i])) return i;
        }

        return -1;
    }

    internal static string Display(byte[] encoded) => Encoding.UTF8.GetString(new MessagePackReader(encoded).String());

    private static byte[] Encode(byte[] name)
    {
        using MessagePackWriter writer = new();
        writer.String(name);
        return writer.Written.ToArray();
    }
}
