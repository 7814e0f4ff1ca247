namespace Rom.Serialization;

/// <summary>
/// A value cannot be written or read. Formats and codecs know no model, so who calls them turns it into the exception that users see, with
/// the model, key and column.
/// </summary>
/// <param name="message">What is wrong, as the end of a sentence that begins with the column.</param>
/// <param name="isMissing">Whether a value is absent or null that cannot be.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class UnplacedValueException(string message, bool isMissing = false, Exception? inner = null) : Exception(message, inner)
{
    public bool IsMissing { get; } = isMissing;

    /// <summary>A converter made null, where null is not its to make.</summary>
    public static UnplacedValueException OfConverter<TConverter>() => new($"was made null by {typeof(TConverter).Name}, which has to make text or bytes of every value");
}
