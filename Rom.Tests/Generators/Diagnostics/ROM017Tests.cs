using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The language version is too old.</summary>
public sealed class ROM017Tests
{
    [Test]
    public void Reported_on_csharp_10() => Rule.Reported("ROM017",
        "[RomModel] public partial class [|User|] { }", "needs C# 11 or later and this project has C# 10.0", LanguageVersion.CSharp10);

    [TestCase("[[|Native|]] public partial RedisList<string> Log { get; }", "The partial property 'User.Log' needs C# 13 or later and this project has C# 12.0")]
    [TestCase("[[|Collection|]] public partial RefCollection<User> Friends { get; } public Ref<User>? Friend { get; set; }", "The partial property 'User.Friends' needs C# 13")]
    public void Reported_on_partial_properties_before_csharp_13(string members, string message) => Rule.Reported("ROM017",
        $$"""[RomModel] public partial class User { {{members}} }""", message, LanguageVersion.CSharp12, "CS8703", "CS9248");

    [Test]
    public void Not_reported_on_csharp_11() =>
        GeneratorHarness.Run(GeneratorHarness.Compile(["[Rom.RomModel] public partial class User { }"], version: LanguageVersion.CSharp11)).AssertCompiles();
}
