using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A column of a base class cannot be reached.</summary>
public sealed class ROM051Tests
{
    [TestCase("{ get; private set; }")]
    [TestCase("{ get; init; }")]
    public void Reported_on_a_generic_base(string accessors) => Rule.Reported("ROM051",
        $$"""
        public class Base<T> { public T? [|P|] {{accessors}} }
        [RomModel] public partial class User : Base<string> { }
        """,
        "'User' cannot read or set the column 'Base.P'");

    [Test]
    public void Reported_on_a_private_getter() => Rule.Reported("ROM051",
        """
        public class Base { public int [|P|] { private get; set; } }
        [RomModel] public partial class User : Base { }
        """,
        "'User' cannot read or set the column 'Base.P'");

    [Test]
    public void Not_reported_where_an_accessor_reaches_it() => Rule.NotReported(
        """
        public class Base { public int P { get; private set; } public int Q { get; init; } public required string R { get; init; } }
        public class Middle<T> : Base { public T? S { get; set; } public T? T1 { get; protected set; } }
        [RomModel] public partial class User : Middle<string> { public int U { private get; set; } }
        """);
}
