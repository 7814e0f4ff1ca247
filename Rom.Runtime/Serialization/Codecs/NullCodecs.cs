using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>A reference that may be null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OrNullCodec<T, TCodec> : INestedCodec<T?>
    where T : class
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T? value)
    {
        if (value is null) writer.Nil();
        else TCodec.Write(ref writer, value);
    }

    /// <inheritdoc/>
    public static T? Read(ref MessagePackReader reader) => reader.TryNil() ? null : TCodec.Read(ref reader);
}

/// <summary>A nullable value type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableCodec<T, TCodec> : INestedCodec<T?>
    where T : struct
    where TCodec : struct, INestedCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T? value)
    {
        if (value is { } one) TCodec.Write(ref writer, one);
        else writer.Nil();
    }

    /// <inheritdoc/>
    public static T? Read(ref MessagePackReader reader) => reader.TryNil() ? null : TCodec.Read(ref reader);
}
