using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The initializer applies to new entities only.</summary>
public sealed class ROM016Tests
{
    [Test]
    public void Reported_on_the_clock() => Rule.Reported("ROM016",
        """
        [RomModel] public partial class User { public DateTimeOffset [|P|] { get; set; } = DateTimeOffset.UtcNow; }
        """,
        "on a row stored without this column it throws MissingValueException");

    [Test]
    public void Reported_on_a_nullable() => Rule.Reported("ROM016",
        """
        [RomModel] public partial class User { public Guid? [|P|] { get; set; } = Guid.NewGuid(); }
        """,
        "on a row stored without this column it reads as null");

    [Test]
    public void Not_reported_on_constants_and_keys() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Guid Id { get; init; } = Guid.NewGuid(); public DateTimeOffset P { get; set; } = DateTimeOffset.UnixEpoch; }
        """);
}
