using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Indexing;

namespace Rom.Tests.Properties;

/// <summary>The order of the encodings is the order of the values.</summary>
public sealed class OrderedEncodingProperties
{
    private const int Pairs = 10_000;

    private static IEnumerable<int> Sources => Enumerable.Range(0, EncodedValues.Sources.Length);

    [TestCaseSource(nameof(Sources))]
    public void Encodings_are_ordered_as_the_values_are(int source)
    {
        (string name, ValueKind kind, _, Func<Random, EncodedValue> make) = EncodedValues.Sources[source];
        PropertyRun.Check(1000 + source, Pairs, random => (X: make(random), Y: make(random)), _ => [], pair =>
        {
            byte[] x = pair.X.Encode(kind), y = pair.Y.Encode(kind);
            int expected = Math.Sign(pair.X.Value.CompareTo(pair.Y.Value));
            if (Math.Sign(x.AsSpan().SequenceCompareTo(y)) != expected)
                return $"{name}: {Convert.ToHexString(x)} and {Convert.ToHexString(y)} do not compare as {expected}";
            // What follows, another column or the key, must not decide as long as the values differ.
            if (expected != 0 && (x.AsSpan().StartsWith(y) || y.AsSpan().StartsWith(x)))
                return $"{name}: one of {Convert.ToHexString(x)} and {Convert.ToHexString(y)} begins the other";
            if (OrderedEncoding.End(kind, [.. x, .. y]) != x.Length) return $"{name}: the end of {Convert.ToHexString(x)} is not found";
            if (OrderedEncoding.End(kind, x.AsSpan()[..^1]) >= 0) return $"{name}: {Convert.ToHexString(x)} without its last byte has an end";
            if (x.AsSpan().SequenceCompareTo(OrderedEncoding.AfterNull) < 0) return $"{name}: {Convert.ToHexString(x)} is not above null";
            if (OrderedEncoding.Successor(x) is not { } next || next.AsSpan().SequenceCompareTo((byte[])[.. x, 0xFF, 0xFF]) <= 0)
                return $"{name}: no range holds {Convert.ToHexString(x)} with every key";
            return null;
        });
    }

    [Test]
    public void NaN_is_above_null_and_below_every_number()
    {
        byte[] nan = OrderedEncoding.Encode(ValueKind.Double, EncodedValues.Write(double.NaN));
        byte[] lowest = OrderedEncoding.Encode(ValueKind.Double, EncodedValues.Write(double.NegativeInfinity));
        Assert.That(nan.AsSpan().SequenceCompareTo(OrderedEncoding.AfterNull), Is.GreaterThanOrEqualTo(0));
        Assert.That(nan.AsSpan().SequenceCompareTo(OrderedEncoding.AfterNaN), Is.LessThan(0));
        Assert.That(lowest.AsSpan().SequenceCompareTo(OrderedEncoding.AfterNaN), Is.GreaterThanOrEqualTo(0));
    }

    /// <summary>The property can fail: plain text is not the order of numbers.</summary>
    [Test]
    public void The_order_of_the_stored_text_would_not_pass()
    {
        AssertionException failure = Assert.Throws<AssertionException>(() => PropertyRun.Check(
            2000, Pairs, random => (X: EncodedValues.Sources[0].Make(random), Y: EncodedValues.Sources[0].Make(random)), _ => [],
            pair => Math.Sign(pair.X.Text.AsSpan().SequenceCompareTo(pair.Y.Text)) == pair.X.Value.CompareTo(pair.Y.Value) ? null : "another order"))!;
        Assert.That(failure.Message, Does.Contain("another order").And.Contain($"ROM_PROPERTY_SEED={PropertyRun.Seed}"));
    }
}
