using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>SetNull on a reference that cannot be null.</summary>
public sealed class ROM025Tests
{
    [TestCase("required Ref<Team>")]
    [TestCase("Ref<Team>")]
    public void Reported(string type) => Rule.Reported("ROM025",
        $$"""
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.SetNull)|]] public {{type}} Team { get; set; } = null!; }
        """,
        "write 'Ref<Team>?'");

    [Test]
    public void Not_reported_where_the_type_takes_null() => Rule.Reported("ROM130",
        """
        [RomModel] public partial class Team { }
        [RomModel] public partial class Player { [[|Reference(OnDelete.SetNull)|]] public required Ref<Team>? Team { get; set; } }
        """,
        "OnDelete.SetNull");
}
