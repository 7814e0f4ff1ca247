using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A property with accessors of its own is not stored.</summary>
public sealed class ROM060Tests
{
    [TestCase("private string? _x; public string? [|X|] { get => _x; set => _x = value; }")]
    [TestCase("public int Y { get; set; } public int [|X|] { get { return Y; } private set { Y = value; } }")]
    [TestCase("public object? [|X|] { get => null; init { } }")]
    public void Reported_on(string members) => Rule.Reported("ROM060",
        $$"""[RomModel] public partial class User { {{members}} }""", "'User.X' has accessors of its own, so it is no column");

    [Test]
    public void Not_reported_on_what_is_a_column_or_does_not_look_like_one() => Rule.NotReported(
        """
        public abstract class Base { public int Own { get => 1; set { } } public virtual int Column { get; set; } }
        [RomModel] public partial class User : Base
        {
            public int A { get; set; }
            public int B => A;
            [NotStored] public int C { get => A; set => A = value; }
            internal int D { get => A; set => A = value; }
            public static int E { get => 1; set { } }
            public int this[int i] { get => A; set => A = value; }
            public int F { set => A = value; }
            public override int Column { get => base.Column; set => base.Column = value + 1; }
        }
        """);
}
