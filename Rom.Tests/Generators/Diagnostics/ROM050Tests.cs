using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A column of a base class is hidden.</summary>
public sealed class ROM050Tests
{
    [TestCase("public new int [|P|] { get; set; }")]
    [TestCase("public new int [|P|] => 5;")]
    [TestCase("public new void [|P|]() { }")]
    public void Reported_on(string member) => Rule.Reported("ROM050",
        $$"""
        public class Base { public int P { get; set; } }
        [RomModel] public partial class User : Base { {{member}} }
        """,
        "'User.P' hides the column 'Base.P'");

    [Test]
    public void Not_reported_on_an_override_or_a_property_that_is_not_stored() => Rule.NotReported(
        """
        public class Base
        {
            public virtual int P { get; set; }
            [NotStored] public int Q { get; set; }
            public virtual int R { get; set; }
        }
        [RomModel] public partial class User : Base
        {
            [Index] public override int P { get; set; }
            public new int Q { get; set; }
            [NotStored] public override int R { get; set; }
        }
        """);
}
