using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>The language version is too old.</summary>
public sealed class ROM017Tests
{
    [Test]
    public void Reported_on_csharp_10() => Rule.Reported("ROM017",
        "[RomModel] public partial class [|User|] { }", "needs C# 11 or later and this project has C# 10.0", LanguageVersion.CSharp10);

    [Test]
    public void Not_reported_on_csharp_11() =>
        GeneratorHarness.Run(GeneratorHarness.Compile(["[Rom.RomModel] public partial class User { }"], version: LanguageVersion.CSharp11)).AssertCompiles();
}
