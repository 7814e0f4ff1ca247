using Catalog;
using NUnit.Framework;

namespace Rom.Tests.Samples;

public class PackageRecordTests
{
    [Test]
    public void EveryFieldIsTaken()
    {
        Package package = Parse("""
            Package: bash
            Version: 5.2.15-2
            Section: shells
            Priority: required
            Installed-Size: 7164
            Maintainer: Matthias Klose <name@host.example>
            Homepage: http://host.example/bash
            Description: GNU Bourne Again SHell
             Bash is a shell.
            """);

        Assert.That(package.Name, Is.EqualTo("bash"));
        Assert.That(package.Version, Is.EqualTo("5.2.15-2"));
        Assert.That(package.Section, Is.EqualTo("shells"));
        Assert.That(package.Priority, Is.EqualTo(Priority.Required));
        Assert.That(package.InstalledSize, Is.EqualTo(7164));
        Assert.That(package.Maintainer, Is.EqualTo("Matthias Klose"));
        Assert.That(package.Homepage, Is.EqualTo("http://host.example/bash"));
        Assert.That(package.Description, Is.EqualTo("GNU Bourne Again SHell\nBash is a shell."));
    }

    [Test]
    public void WhatARecordDoesNotSayIsNullAndNotZero()
    {
        Package package = Parse("Package: a\nVersion: 1\n");

        Assert.That(package.InstalledSize, Is.Null);
        Assert.That(package.Section, Is.Null);
        Assert.That(package.Maintainer, Is.Null);
        Assert.That(package.Homepage, Is.Null);
        Assert.That(package.Description, Is.Null);
        Assert.That(package.Priority, Is.EqualTo(Priority.Optional));
    }

    [TestCase("A Team <team@host.example>", "A Team")]
    [TestCase("One <a@host.example>, Two <b@host.example>,", "One, Two")]
    [TestCase("name@host.example", null)]
    public void AddressesAreLeftOut(string maintainer, string? names)
    {
        Assert.That(Parse($"Package: a\nVersion: 1\nMaintainer: {maintainer}\n").Maintainer, Is.EqualTo(names));
    }

    [TestCase("\n\nVersion: 1\n", 3, "no Package")]
    [TestCase("Package: a\nSection: b\n", 1, "no Version")]
    [TestCase("Package: a\nVersion:\n", 2, "no Version")]
    [TestCase("Package: a\nVersion: 1\nPriority: high\n", 3, "\"high\"")]
    [TestCase("Package: a\nVersion: 1\nInstalled-Size: 12k\n", 3, "\"12k\"")]
    [TestCase("Package: a\nVersion: 1\nInstalled-Size: -1\n", 3, "\"-1\"")]
    public void AValueThatCannotBeIsNamedWithItsLine(string text, int line, string problem)
    {
        StanzaException error = Assert.Throws<StanzaException>(() => Parse(text))!;

        Assert.That(error.Line, Is.EqualTo(line));
        Assert.That(error.Message, Does.Contain(problem));
    }

    private static Package Parse(string text) => PackageRecord.Parse(StanzaReader.Read(StanzaReaderTests.Stream(text)).Single());
}
