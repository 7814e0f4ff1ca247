using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: types that cannot be made.</summary>
public sealed class ROM036Tests
{
    [Test]
    public void Reported_on_an_abstract_class() => Rule.Reported("ROM036",
        """
        [RomModel] public partial class User { public Shape? [|Shape|] { get; set; } }
        public abstract class Shape { public int Width { get; set; } }
        """,
        "'User.Shape' is of type 'Shape'");

    [Test]
    public void Reported_on_an_interface() => Rule.Reported("ROM036",
        """
        [RomModel] public partial class User { public List<IShape> [|Shapes|] { get; set; } = []; }
        public interface IShape { int Width { get; set; } }
        """,
        "'User.Shapes[]' is of type 'IShape'");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Square? Square { get; set; } public IReadOnlyList<int>? Numbers { get; set; } }
        public abstract class Shape { public int Width { get; set; } }
        public class Square : Shape;
        """);
}
