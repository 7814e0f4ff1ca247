using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>A bool as 1 or 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanFormat : IScalarFormat<bool>
{
    /// <inheritdoc/>
    public static string Expected => "bool (1 or 0)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, bool value) => ScalarText.Write(to, value);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out bool value) => ScalarText.TryRead(text, out value);
}

/// <summary>A Guid as 36 characters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidFormat : IScalarFormat<Guid>
{
    /// <inheritdoc/>
    public static string Expected => "Guid";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, Guid value) => ScalarText.Write(to, value);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out Guid value) => ScalarText.TryRead(text, out value);
}

/// <summary>A character as UTF-8. A surrogate is half of one and is refused.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharacterFormat : IScalarFormat<char>
{
    /// <inheritdoc/>
    public static string Expected => "single UTF-16 character";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, char value) => new Rune(value).EncodeToUtf8(to);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out char value)
    {
        bool read = Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done && length == text.Length && rune.IsBmp;
        value = read ? (char)rune.Value : default;
        return read;
    }

    /// <inheritdoc/>
    public static string? Obstacle(char value) => char.IsSurrogate(value) ? "is a surrogate, which is half of a character; use a string" : null;
}

/// <summary>A URI as it was written; a file path that was taken for an absolute URI as <c>file://…</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriFormat : IScalarFormat<Uri>
{
    /// <inheritdoc/>
    public static string Expected => "URI";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, Uri value) => ScalarText.Utf8.GetBytes(Text(value), to);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        if (!System.Text.Unicode.Utf8.IsValid(text)) return false;
        // Unix would take a relative /path for a file.
        UriKind kind = text is [(byte)'/', ..] ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(ScalarText.Utf8.GetString(text), kind, out value);
    }

    /// <inheritdoc/>
    public static int MaxLength(Uri value) => ScalarText.Utf8.GetByteCount(Text(value));

    private static string Text(Uri value) =>
        value.IsAbsoluteUri && !value.OriginalString.StartsWith(value.Scheme + ":", StringComparison.OrdinalIgnoreCase)
            ? value.AbsoluteUri
            : value.OriginalString;
}
