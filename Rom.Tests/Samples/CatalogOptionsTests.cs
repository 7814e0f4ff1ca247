using Catalog;
using NUnit.Framework;

namespace Rom.Tests.Samples;

public class CatalogOptionsTests
{
    [Test]
    public void WithoutArgumentsTheSliceIsLoadedInMemory()
    {
        Assert.That(Parse(""), Is.EqualTo(new CatalogOptions()));
    }

    [Test]
    public void ArgumentsComeInAnyOrder()
    {
        CatalogOptions expected = new(Redis: "localhost:6379", Path: "Packages.gz", Existing: Existing.Reset);

        Assert.That(Parse("--redis localhost:6379 --reset Packages.gz"), Is.EqualTo(expected));
        Assert.That(Parse("Packages.gz --reset --redis=localhost:6379"), Is.EqualTo(expected));
    }

    [TestCase("host")]
    [TestCase("host:1")]
    [TestCase("host:65535")]
    [TestCase("10.0.0.1:6379")]
    [TestCase("[::1]")]
    [TestCase("[::1]:6379")]
    [TestCase("host:6379,user=me,ssl=true")]
    public void AServerIsTakenAsItIs(string server)
    {
        Assert.That(Parse($"--redis {server}").Redis, Is.EqualTo(server));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("--keep --help", Description = "help comes before what is wrong with the rest")]
    public void HelpIsAskedFor(string arguments)
    {
        Assert.That(Parse(arguments).Help, Is.True);
    }

    [TestCase("--rediss host", "no option --rediss")]
    [TestCase("-x", "no option -x")]
    [TestCase("--redis", "needs a server")]
    [TestCase("--redis=", "needs a server")]
    [TestCase("--redis --keep", "needs a server")]
    [TestCase("--redis a --redis b", "twice")]
    [TestCase("--redis :6379", "no server")]
    [TestCase("--redis host:", "no server")]
    [TestCase("--redis host:0", "no server")]
    [TestCase("--redis host:65536", "no server")]
    [TestCase("--redis host:port", "no server")]
    [TestCase("one two", "one and two")]
    [TestCase("--redis host --keep --reset", "--reset deletes what --keep keeps")]
    [TestCase("--redis host --reset --keep", "--reset deletes what --keep keeps")]
    [TestCase("--keep", "--keep needs --redis")]
    [TestCase("--reset", "--reset needs --redis")]
    [TestCase("--redis host --keep Packages", "Packages would not be read")]
    public void WhatCannotBeFollowedIsSaid(string arguments, string problem)
    {
        Assert.That(Assert.Throws<UsageException>(() => Parse(arguments))!.Message, Does.Contain(problem));
    }

    [Test]
    public void AMessageHoldsNoPassword()
    {
        UsageException error = Assert.Throws<UsageException>(() => Parse("--redis host:0,password=secret"))!;
        Assert.That(error.Message, Does.Not.Contain("secret"));
    }

    private static CatalogOptions Parse(string arguments) =>
        CatalogOptions.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
