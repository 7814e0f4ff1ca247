using Rom.CompilerServices;

namespace Rom.Serialization;

/// <summary>The items of a stored collection of scalars, for indexes that have an entry for each.</summary>
internal static class CollectionElements
{
    /// <summary>
    /// The text that a column of the item's type would store for each item, in stored order and with repetitions; null items are left out.
    /// </summary>
    /// <param name="stored">The field: a MessagePack array of scalars.</param>
    public static List<byte[]> Texts(ReadOnlySpan<byte> stored)
    {
        MessagePackReader reader = new(stored);
        int count = reader.BeginArray();
        List<byte[]> texts = new(Math.Min(count, 16));
        for (int i = 0; i < count; i++)
        {
            if (!reader.TryNil()) texts.Add(Text(ref reader));
        }

        reader.End();
        return texts;
    }

    private static byte[] Text(ref MessagePackReader reader)
    {
        switch (reader.Peek())
        {
            case MessagePackCode.True or MessagePackCode.False:
                return reader.Boolean() ? "1"u8.ToArray() : "0"u8.ToArray();
            case MessagePackCode.Float64:
                return Of<FloatFormat<double>, double>(reader.Double());
            case MessagePackCode.Float32:
                // As the shortest text of a float, which is not that of the same number as a double.
                return Of<FloatFormat<float>, float>((float)reader.Double());
            case MessagePackCode.UInt64:
                return Of<IntegerFormat<ulong>, ulong>(reader.UInt64());
            case MessagePackCode.Bin8 or MessagePackCode.Bin16 or MessagePackCode.Bin32:
                return reader.Bytes().ToArray();
            case >= MessagePackCode.FixString and < MessagePackCode.Nil:
            case MessagePackCode.String8 or MessagePackCode.String16 or MessagePackCode.String32:
                return reader.String().ToArray();
            default:
                return Of<IntegerFormat<long>, long>(reader.Int64());
        }
    }

    private static byte[] Of<TFormat, T>(T value)
        where TFormat : struct, IScalarFormat<T>
        where T : notnull
    {
        Span<byte> text = stackalloc byte[ScalarText.MaxLength];
        return text[..TFormat.Write(text, value)].ToArray();
    }
}
