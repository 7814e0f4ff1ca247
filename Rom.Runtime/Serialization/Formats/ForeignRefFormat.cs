using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>References to objects of other stores as the text of their keys.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ForeignRefFormat<T> : IScalarFormat<ForeignRef<T>>
    where T : class, IForeignEntity<T>
{
    /// <inheritdoc/>
    public static string Expected => "UTF-8 text";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, ForeignRef<T> value) => ScalarText.Utf8.GetBytes(value.Key, to);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out ForeignRef<T> value)
    {
        value = Utf8.IsValid(text) ? ForeignRef<T>.To(ScalarText.Utf8.GetString(text)) : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public static int MaxLength(ForeignRef<T> value) => ScalarText.Utf8.GetByteCount(value.Key);
}
