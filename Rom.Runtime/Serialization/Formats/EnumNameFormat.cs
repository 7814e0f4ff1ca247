using System.ComponentModel;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>The names of an enum, which generated code knows without reflection.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The first name of a value; null when it has none.</summary>
    /// <param name="value">The value.</param>
    static abstract string? NameOf(TEnum value);

    /// <summary>The value of a name.</summary>
    /// <param name="name">One of the names, in the same letter case.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryParse(ReadOnlySpan<byte> name, out TEnum value);
}

/// <summary>Enums as the name of their value. A value without a name is refused.</summary>
/// <typeparam name="TNames">The names.</typeparam>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumNameFormat<TNames, TEnum> : IScalarFormat<TEnum>
    where TNames : struct, IEnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc/>
    public static string Expected => $"name of {typeof(TEnum).Name}";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, TEnum value) => ScalarText.Utf8.GetBytes(TNames.NameOf(value), to);

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out TEnum value) => TNames.TryParse(text, out value);

    /// <inheritdoc/>
    public static int MaxLength(TEnum value) => ScalarText.Utf8.GetByteCount(TNames.NameOf(value)!);

    /// <inheritdoc/>
    public static string? Obstacle(TEnum value) =>
        TNames.NameOf(value) is null ? $"is a number that has no name in {typeof(TEnum).Name}, by which it is stored" : null;
}
