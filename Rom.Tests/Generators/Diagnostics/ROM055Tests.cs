using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The property cannot be a native structure.</summary>
public sealed class ROM055Tests
{
    [TestCase("[[|Native|]] public RedisList<string> Log => null!;", "it is not partial")]
    [TestCase("[[|Native|]] public RedisList<string> Log { get; set; } = null!;", "it has a setter")]
    [TestCase("[[|Native|]] public List<string> Log => null!;", "its type is no native structure")]
    [TestCase("[[|Native|]] public static RedisCounter Log => null!;", "it is static")]
    public void Reported_on(string property, string why) => Rule.Reported("ROM055", $$"""[RomModel] public partial class User { {{property}} }""", why);

    [TestCase("[[|Native|]] public static partial RedisCounter Log { get; }", "it is static")]
    [TestCase("[[|Native|]] public virtual partial RedisCounter @class { get; private set; }", "it has a setter")]
    [TestCase("[[|Native|]] public required partial RedisCounter Log { get; init; }", "it has a setter")]
    [TestCase("[[|Native|]] partial RedisHash<string>? Log { get; }", "it is never null")]
    [TestCase("[[|Native|]] protected internal partial Dictionary<string, List<int>?> Log { get; }", "its type is no native structure")]
    public void Reported_on_partial_properties(string property, string why) => Rule.Reported("ROM055", $$"""[RomModel] public partial class User { {{property}} }""", why);

    [TestCase("[[|Native|]] public partial RedisList<object> Log { get; }")]
    [TestCase("[[|Native|]] public partial RedisSet<int?> Log { get; }")]
    [TestCase("[[|Native|]] public partial RedisHash<string?> Log { get; }")]
    public void Reported_on_values_without_a_stored_text(string property) =>
        Rule.Reported("ROM055", $$"""[RomModel] public partial class User { {{property}} }""", "its values are of a type that has no stored text");

    [Test]
    public void Reported_on_a_property_of_a_base_class() => Rule.Reported("ROM055",
        """
        public partial class Base { [[|Native|]] public RedisCounter Visits => null!; }
        [RomModel] public partial class User : Base { }
        """,
        "a base class declares it");

    [TestCase("[[|Native|]] public override RedisCounter Visits => null!;", "it is not partial")]
    [TestCase("[[|Native|]] public sealed override RedisCounter Visits => null!;", "it is not partial")]
    public void Reported_on_an_override_that_is_not_partial(string property, string why) => Rule.Reported("ROM055",
        $$"""
        public abstract class Base { public abstract RedisCounter Visits { get; } }
        [RomModel] public partial class User : Base { {{property}} }
        """,
        why);

    [Test]
    public void Reported_on_an_abstract_one_of_a_base_class() => Rule.Reported("ROM055",
        """
        public abstract class Base { [[|Native|]] public abstract RedisCounter Visits { get; } }
        [RomModel] public partial class User : Base { [Native] public override partial RedisCounter Visits { get; } }
        """,
        "a base class declares it; declare it in the model");

    [Test]
    public void Not_reported_on_overrides() => Rule.NotReported(
        """
        public abstract class Base { public abstract RedisCounter Visits { get; } public virtual RedisList<string>? Log => null; }
        [RomModel] public partial class User : Base
        {
            [Native] public override partial RedisCounter Visits { get; }
            [Native] public sealed override partial RedisList<string> Log { get; }
            [Native] public virtual partial RedisSet<int> Set { get; }
        }
        """);

    [Test]
    public void Not_reported_on_native_structures() => Rule.NotReported(
        """
        public enum Kind { A }
        [RomModel] public partial class User
        {
            [Native] public partial RedisList<string> Log { get; }
            [Native] internal partial RedisSet<Kind> Kinds { get; }
            [Native] public partial RedisSortedSet<Guid> @class { get; }
            [Native] private partial RedisHash<DateTimeOffset> Times { get; }
            [Native] public partial RedisCounter Visits { get; }
            [Native] public virtual partial RedisCounter Clicks { get; }
            [Native] partial RedisCounter Hits { get; }
        }
        """);
}
