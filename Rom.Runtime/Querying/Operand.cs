using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>
/// The right side of <c>==</c> and <c>!=</c>. If it were the column's own type, the compiler would take <c>u.Name == null</c> for a test
/// of <c>u.Name</c> itself and warn of every later use of the column in the lambda (CS8602, CS8604); a conversion in between keeps it from that.
/// </summary>
/// <typeparam name="T">The type of the column, with null.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Operand<T>
{
    private Operand(T value) => Value = value;

    /// <summary>What the column is compared with.</summary>
    public T Value { get; }

    /// <summary>Any value of the type.</summary>
    public static implicit operator Operand<T>(T value) => new(value);
}
