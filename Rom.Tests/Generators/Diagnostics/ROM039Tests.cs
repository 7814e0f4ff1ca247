using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: generic types that grow.</summary>
public sealed class ROM039Tests
{
    [Test]
    public void Reported_on_a_type_that_contains_a_larger_one() => Rule.Reported("ROM039",
        """
        [RomModel] public partial class User { public Node<int>? [|Root|] { get; set; } }
        public class Node<T> { public Node<List<T>>? Next { get; set; } }
        """,
        "ever larger ones of itself");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Node<int>? Root { get; set; } public Node<string>? Other { get; set; } }
        public class Node<T> { public T? Value { get; set; } public Node<T>? Next { get; set; } public List<Node<T>> All { get; set; } = []; }
        """);
}
