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

    private static void Check(int stream, Func<Customer, string?> problem) => PropertyRun.Check(stream, Cases, random => random.Next(),
        _ => [], seed => problem(NestedValues.Make(new Random(seed))) is { } wrong ? $"{NestedValues.Describe(NestedValues.Make(new Random(seed)))}\n{wrong}" : null);
}
