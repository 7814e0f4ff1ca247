using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Rom.Tests;

/// <summary>The tests of this project run another compiler than those of Rom.Tests.</summary>
public sealed class CompilerVersionTests
{
    [Test]
    public void The_compiler_is_of_a_newer_series() => Assert.That(typeof(Compilation).Assembly.GetName().Version!.Major, Is.GreaterThanOrEqualTo(5));
}
