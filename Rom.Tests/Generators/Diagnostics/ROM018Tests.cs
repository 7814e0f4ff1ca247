using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A Rom attribute on a property that is not stored.</summary>
public sealed class ROM018Tests
{
    [TestCase("[[|PrimaryKey|]] public long P { get; }", "[PrimaryKey] on 'User.P' has no effect, because the property is not a column (it has no setter)")]
    [TestCase("[[|Index|]] public int P => 1;", "(it has no setter)")]
    [TestCase("[[|Index|]] public int P { get => 1; set { } }", "(it has no compiler-made backing field)")]
    [TestCase("[[|Unique|]] internal int P { get; set; }", "(it is not public)")]
    [TestCase("[[|Index|]] public static int P { get; set; }", "(it is static)")]
    [TestCase("[NotStored, [|Column(\"p\")|]] public int P { get; set; }", "(it is [NotStored]): remove one of the two attributes")]
    [TestCase("[[|Index|]] public int this[int i] { get => i; set { } }", "(it is an indexer)")]
    public void Reported_on(string property, string message) => Rule.Reported("ROM018",
        $$"""[RomModel] public partial class User { {{property}} }""", message);

    [TestCase("private set")]
    [TestCase("internal set")]
    [TestCase("protected set")]
    [TestCase("init")]
    public void Not_reported_on(string setter) => Rule.NotReported(
        $$"""[RomModel] public partial class User { [Index] public int P { get; {{setter}}; } }""");
}
