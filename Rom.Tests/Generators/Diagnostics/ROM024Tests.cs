using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nothing has every row of the model.</summary>
public sealed class ROM024Tests
{
    [TestCase("")]
    [TestCase("[Index] public string? P { get; set; } [Unique] public long? Q { get; set; } [Index] public GeoPoint? R { get; set; }")]
    [TestCase("[Index(IndexKind.FullText, Prefix = true)] public string? P { get; set; }")]
    public void Reported_without_an_Ordered_index(string columns) => Rule.Reported("ROM024",
        $$"""[RomModel] public partial class User { [[|PrimaryKey(Index = false)|]] public long Id { get; set; } {{columns}} }""",
        "'User' keeps no set of its keys (Index = false) and has no Ordered index");

    [TestCase("[PrimaryKey(Index = false)] public long Id { get; set; } [Index] public int P { get; set; }")]
    [TestCase("[PrimaryKey(Index = false)] public long Id { get; set; } [Index(IndexKind.Ordered, IgnoreCase = true)] public string? P { get; set; }")]
    [TestCase("[PrimaryKey(Index = false)] public long Id { get; set; } [Index(Name = \"L\", Keys = nameof(Of))] public string? P { get; set; } static int Of(string p) => 1;")]
    [TestCase("[PrimaryKey(Index = true)] public long Id { get; set; }")]
    [TestCase("[PrimaryKey] public long Id { get; set; }")]
    public void Not_reported_on(string members) => Rule.NotReported($$"""[RomModel] public partial class User { {{members}} }""");
}
