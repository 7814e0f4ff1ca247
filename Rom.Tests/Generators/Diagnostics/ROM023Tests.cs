using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The parts of the key disagree about its index.</summary>
public sealed class ROM023Tests
{
    [Test]
    public void Reported() => Rule.Reported("ROM023",
        """
        [RomModel] public partial class Line
        {
            [PrimaryKey(Index = false)] public long A { get; init; }
            [[|PrimaryKey(Index = true)|]] public int B { get; init; }
            [Index] public int P { get; set; }
        }
        """,
        "One property of the key of 'Line' says Index = true and another Index = false");

    [Test]
    public void Not_reported_where_they_agree_or_say_nothing() => Rule.NotReported(
        """
        [RomModel] public partial class Line
        {
            [PrimaryKey(Index = false)] public long A { get; init; }
            [PrimaryKey(Index = false)] public int B { get; init; }
            [PrimaryKey] public int C { get; init; }
            [Index] public int P { get; set; }
        }
        [RomModel] public partial class Page { [PrimaryKey(Index = true)] public long A { get; init; } }
        """);
}
