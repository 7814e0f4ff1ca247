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

    [Test]
    public void Reported_on_an_abstract_column_that_is_overridden_by_no_column() => Rule.Reported("ROM018",
        """
        public abstract class Base { [[|Index|]] public abstract int P { get; set; } }
        [RomModel] public partial class User : Base { public override int P { get => 1; set { } } }
        """,
        "[Index] on 'User.P' has no effect, because the property is not a column (it has no compiler-made backing field)");

    [Test]
    public void Not_reported_where_the_attribute_holds_for_an_override_or_for_what_is_overridden() => Rule.NotReported(
        """
        public abstract class Base { [Index] public abstract int P { get; set; } [Unique] public virtual int Q { get; set; } [NotStored] public virtual int R { get; set; } }
        [RomModel] public partial class User : Base
        {
            public override int P { get; set; }
            public override int Q { get => base.Q; set => base.Q = -value; }
            [Index] public override int R { get; set; }
            public static object Found(RomContext db) => (User.Query(db).Where(u => u.P > 1 && u.R > 1), User.GetByQAsync(db, 1));
        }
        """);

    [TestCase("private set")]
    [TestCase("internal set")]
    [TestCase("protected set")]
    [TestCase("init")]
    public void Not_reported_on(string setter) => Rule.NotReported(
        $$"""[RomModel] public partial class User { [Index] public int P { get; {{setter}}; } }""");
}
