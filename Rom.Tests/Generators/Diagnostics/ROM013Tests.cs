using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Two indexes are the same.</summary>
public sealed class ROM013Tests
{
    [Test]
    public void Reported_on_one_kind_twice() => Rule.Reported("ROM013",
        """
        [RomModel] public partial class User { [Index(IndexKind.Exact), [|Index(IndexKind.Exact)|]] public int P { get; set; } }
        """,
        "'User.P' has an index twice");

    [Test]
    public void Reported_on_the_natural_kind_by_name() => Rule.Reported("ROM013",
        """
        [RomModel] public partial class User { [Index(IndexKind.Exact), [|Index|]] public string? P { get; set; } }
        """,
        "[Index] means IndexKind.Exact on this type");

    [TestCase("Index(\"A\", \"B\")")]
    [TestCase("Index(\"A\", \"B\", Name = \"Both\")")]
    public void Reported_on_the_same_columns_twice(string again) => Rule.Reported("ROM013",
        $$"""
        [RomModel, Index("A", "B"), [|{{again}}|]] public partial class User { public int A { get; set; } public int B { get; set; } }
        """,
        "'User' has an index twice: the one over A+B");

    [Test]
    public void Reported_on_names_that_meet() => Rule.Reported("ROM013",
        """
        [RomModel] public partial class User { [Index, Index(IndexKind.Exact)] public int A { get; set; } [Index, Column("A.Exact")] public int [|B|] { get; set; } }
        """,
        "two are stored as 'A.Exact'; give one of them another name with Name = \"...\"");

    [TestCase("[Index(Name = \"X\")] public int A { get; set; } [[|Index(Name = \"X\")|]] public int B { get; set; }")]
    [TestCase("[Index] public int X { get; set; } [[|Index(Name = \"X\")|]] public int B { get; set; }")]
    [TestCase("[[|Index(Name = \"B\")|]] public int A { get; set; } [Index] public int B { get; set; }")]
    public void Reported_on_the_name_that_was_given(string properties) => Rule.Reported("ROM013",
        $$"""[RomModel] public partial class User { {{properties}} }""", "give one of them another name with Name = \"...\"");

    [Test]
    public void Not_reported_on_three_kinds() => Rule.NotReported(
        """
        [RomModel] public partial class User { [Index, Index(IndexKind.Ordered), Index(IndexKind.FullText)] public string? P { get; set; } }
        """);
}
