namespace Rom.Serialization;

/// <summary>
/// A nested value cannot be written or read. Codecs know no model, so the row's reader or writer turns it into the exception that
/// users see, with the model, key and column.
/// </summary>
/// <param name="message">What is wrong, as the end of a sentence that begins with the column.</param>
/// <param name="isMissing">Whether a value is absent or null that cannot be.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class NestedValueException(string message, bool isMissing = false, Exception? inner = null) : Exception(message, inner)
{
    public bool IsMissing { get; } = isMissing;
}
