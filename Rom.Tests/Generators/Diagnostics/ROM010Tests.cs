using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A member clashes with a generated one.</summary>
public sealed class ROM010Tests
{
    [TestCase("public int [|Copy|] { get; set; }")]
    [TestCase("public void [|SaveAsync|]() { }")]
    [TestCase("public const int [|Query|] = 1;")]
    [TestCase("public class [|ToDictionary|] { }")]
    [TestCase("[Unique] public int P { get; set; } public void [|GetByPAsync|]() { }")]
    [TestCase("public int [|Columns|];")]
    [TestCase("public int [|_romState|];")]
    [TestCase("public int P { get; init; } void [|RomSetP|]() { }")]
    [TestCase("public int [|BeforeInsert|] { get; set; }")]
    public void Reported_on(string member) => Rule.Reported("ROM010",
        $$"""[RomModel] public partial class User { {{member}} }""", "clashes with a member that Rom generates: give it another name");

    [TestCase("public long Id => 5;")]
    [TestCase("public long Id;")]
    [TestCase("[NotStored] public long Id { get; set; }")]
    public void Reported_on_what_is_named_Id_and_no_key(string member) => Rule.Reported("ROM010",
        $$"""[RomModel] public partial class User { {{member.Replace("Id", "[|Id|]", StringComparison.Ordinal)}} }""", "clashes with the key that Rom generates");

    [Test]
    public void Reported_on_a_model_named_like_a_generated_member() => Rule.Reported("ROM010",
        """
        [RomModel] public partial class [|Query|] { }
        """,
        "'Query' clashes with a member of that name that Rom generates");

    [Test]
    public void Reported_on_a_column_named_like_the_type_of_another() => Rule.Reported("ROM010",
        """
        [RomModel] public partial class User { public int A { get; set; } public int [|AColumn|] { get; set; } }
        """,
        "clashes with the type of the column 'A'");

    [Test]
    public void Reported_on_a_member_of_a_base_class() => Rule.Reported("ROM010",
        """
        public class Base { public int [|Copy|] { get; set; } private void Query() { } }
        [RomModel] public partial class User : Base { }
        """,
        "'Base.Copy' clashes with a member that Rom generates: give it another name; on a column, [Column(\"...\")] keeps the stored one");

    [TestCase("Copy")]
    [TestCase("Columns")]
    public void Reported_alone_beside_native_structures(string member) => Rule.Reported("ROM010",
        $$"""[RomModel] public partial class User { public int [|{{member}}|] { get; set; } [Native] public partial RedisSet<string> Tags { get; } }""", "clashes with a member");

    [Test]
    public void Not_reported_on_other_names() => Rule.NotReported(
        """
        [RomModel] public partial class User { public int A { get; set; } public int BColumn { get; set; } public void Save() { } public void GetByAAsync() { } }
        """);
}
