using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// How values of a type are written inside a nested value. Codecs are types, not objects, and take those of their parts as type
/// arguments: the compiler puts <c>List&lt;Phone&gt;</c> together, and what runs has no virtual call and no reflection.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INestedCodec<T>
{
    /// <summary>Writes a value.</summary>
    static abstract void Write(ref MessagePackWriter writer, T value);

    /// <summary>Reads a value.</summary>
    static abstract T Read(ref MessagePackReader reader);
}
