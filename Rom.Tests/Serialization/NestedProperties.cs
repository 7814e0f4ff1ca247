using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Serialization;

/// <summary>What holds for every nested value.</summary>
public sealed class NestedProperties
{
    private const int Cases = 2_000;

    [Test]
    public void A_value_is_read_back_and_written_as_the_same_bytes() => Check(3001, customer =>
    {
        byte[]?[] row = NestedBytes.Encode(customer);
        Customer read = NestedBytes.Load(row);
        if (NestedValues.Describe(read) != NestedValues.Describe(customer)) return $"was read as\n{NestedValues.Describe(read)}";
        byte[]?[] again = EntityOperations<Customer, long, Customer.Columns>.Encode(read, row);
        return Enumerable.Range(1, row.Length - 1).All(i => ReferenceEquals(again[i], row[i])) ? null : "an unchanged column is not the array that was read";
    });

    [Test]
    public void A_copy_is_equal_and_equal_values_are_equal_bytes() => Check(3002, customer =>
    {
        Customer copy = customer.Copy();
        copy.Groups = [.. customer.Groups!.Reverse()];
        byte[]?[] one = NestedBytes.Encode(customer), two = NestedBytes.Encode(copy);
        return Enumerable.Range(1, one.Length - 1).All(i => ByteArrayComparer.Instance.Equals(one[i], two[i])) ? null : "a copy is not the same bytes";
    });

    [Test]
    public void The_texts_of_items_are_those_of_columns()
    {
        Assert.That(Texts(new Customer { Name = "n", Tags = ["b", "", "b"] }, "Tags"), Is.EqualTo(new[] { "b", "", "b" }));
        Assert.That(Texts(new Customer { Name = "n", Scores = [0, -33, long.MinValue, long.MaxValue] }, "Scores"),
            Is.EqualTo(new[] { "0", "-33", "-9223372036854775808", "9223372036854775807" }));
        Assert.That(CollectionElements.Texts(Convert.FromHexString("97C0C3C2CA3DCCCCCDCB3FB999999999999ACFFFFFFFFFFFFFFFFFC40161")).Select(ScalarText.Utf8.GetString),
            Is.EqualTo(new[] { "1", "0", "0.1", "0.1", "18446744073709551615", "a" }), "null is left out, and each width has its own shortest text");
    }

    private static IEnumerable<string> Texts(Customer customer, string column) =>
        CollectionElements.Texts(NestedBytes.Write(customer, column)).Select(ScalarText.Utf8.GetString);

    private static void Check(int stream, Func<Customer, string?> problem) => PropertyRun.Check(stream, Cases, random => random.Next(),
        _ => [], seed => problem(NestedValues.Make(new Random(seed))) is { } wrong ? $"{NestedValues.Describe(NestedValues.Make(new Random(seed)))}\n{wrong}" : null);
}
