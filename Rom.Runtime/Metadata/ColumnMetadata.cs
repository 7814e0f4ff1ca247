using System.ComponentModel;
using System.Text;

namespace Rom.CompilerServices;

/// <summary>The stored text of a column's values, which decides how they are ordered and compared.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ValueKind
{
    /// <summary>UTF-8 text or other bytes: in the order of the bytes.</summary>
    Text,

    /// <summary>An integer, decimal, duration or enum: plain decimal text, exact at any size.</summary>
    Number,

    /// <summary>A double, float or Half: its shortest text that reads back the same.</summary>
    Double,

    /// <summary>A date and time: 27 fixed characters of the clock, then a mark of its kind or offset.</summary>
    Instant,

    /// <summary>A bool: 1 or 0.</summary>
    Bool,

    /// <summary>A Guid: 36 characters.</summary>
    Guid,

    /// <summary>A version: two to four numbers with dots between, compared number by number.</summary>
    Version,

    /// <summary>An IP address: by family, then by its bytes and scope.</summary>
    Address,

    /// <summary>A point: longitude and latitude with a comma between; without order.</summary>
    Point,

    /// <summary>A nested value: MessagePack.</summary>
    Nested,

    /// <summary>A number that decides the order, a space, and a text.</summary>
    Ranked,
}

/// <summary>One column of a model.</summary>
/// <param name="property">The property's name.</param>
/// <param name="storedName">The row's field.</param>
/// <param name="kind">The form of the stored text.</param>
/// <param name="storesNull">
/// Whether null is stored as the byte NUL rather than by absence: true for a nullable column with an initializer, where absence
/// means that the field was never stored. Text that begins with NUL then gets one more in front.
/// </param>
/// <param name="mayHaveDefault">Whether an initializer may stand in for a field that a row lacks.</param>
/// <param name="converterRevision">The revision of the column's converter; 0 without one.</param>
/// <param name="converter">What tells the column's converter from others; null without one.</param>
/// <param name="recode">Reads a text with the column's converter and writes it again; null: no text that it reads.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ColumnMetadata(
    string property, string storedName, ValueKind kind, bool storesNull = false, bool mayHaveDefault = true, int converterRevision = 0, Type? converter = null,
    Func<byte[], byte[]?>? recode = null)
{
    private ModelMetadata? _model;

    /// <summary>The property's name.</summary>
    public string Property { get; } = property;

    /// <summary>The row's field.</summary>
    public string StoredName { get; } = storedName;

    /// <summary>The form of the stored text.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>Whether null is stored as the byte NUL rather than by absence.</summary>
    public bool StoresNull { get; } = storesNull;

    /// <summary>The model that the column belongs to.</summary>
    public ModelMetadata Model => _model ?? throw new InvalidOperationException("The column belongs to no model yet.");

    /// <summary>The column's place in the row.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Whether an initializer may stand in for a field that a row lacks.</summary>
    public bool MayHaveDefault { get; } = mayHaveDefault;

    /// <summary>The revision of the column's converter; 0 without one.</summary>
    public int ConverterRevision { get; } = converterRevision;

    internal Type? Converter { get; } = converter;

    /// <summary>The text that the column's converter writes for what it reads from one; null: none that it reads, or there is no converter.</summary>
    internal Func<byte[], byte[]?>? Recode { get; } = recode;

    /// <summary>The index that computes the column's values; null for a declared column.</summary>
    internal IndexMetadata? DerivedBy { get; set; }

    internal byte[] StoredNameBytes { get; } = Encoding.UTF8.GetBytes(storedName);

    internal void Attach(ModelMetadata model, int ordinal) => (_model, Ordinal) = (model, ordinal);
}
