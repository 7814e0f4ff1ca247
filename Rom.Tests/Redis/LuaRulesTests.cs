using NUnit.Framework;
using Rom.Storage.Redis;

namespace Rom.Tests.Redis;

/// <summary>Each rule for scripts can be broken.</summary>
public sealed class LuaRulesTests
{
    [TestCase("local x = 1\n", "no description")]
    [TestCase("--@key a\n--@arg b\n--@returns c\n", "no description")]
    [TestCase("-- Does a thing.\n--@arg b\n--@returns c\n", "no --@key")]
    [TestCase("-- Does a thing.\n--@key a\n--@returns c\n", "no --@arg")]
    [TestCase("-- Does a thing.\n--@key a\n--@arg b\nlocal x\n--@returns c\n", "no --@returns")]
    public void A_header_that_lacks_something(string source, string problem) =>
        Assert.That(LuaRules.Header(source, isShared: false), Has.Some.Contains(problem));

    [TestCase("call('HGET', 'a', 'b')\ncall('HSET', 'a', 'b', 'c')", "HSET in a script that only reads")]
    [TestCase("call('INCR', 'a')", "INCR in a script that only reads")]
    [TestCase("call('FLUSHALL')", "FLUSHALL is not known")]
    [TestCase("call(name, 'a')", "no literal")]
    [TestCase("call('GET', 'a') call(name, 'a') call('GET', 'b')", "no literal")]
    [TestCase("redis.pcall('GET', 'a')", "pcall")]
    public void A_reading_script_that_writes(string text, string problem) => Assert.That(LuaRules.ReadOnly(text), Has.Some.Contains(problem));

    [TestCase("call('HGET', 'a', 'b')\n", "no mark")]
    [TestCase("call('ZADD', 'a', 0, 'b')\n-- Write. Now.\ncall('HSET', 'a', 'b', 'c')", "ZADD before")]
    [TestCase("call('HGET', 'a', 'b')\n-- Write. Now.\ncall('HSET', 'a', 'b', 'c')\ncall('SCARD', 'd')", "SCARD after")]
    [TestCase("-- Write. Now.\ncall('XADD', 'a', 'b', 'c')", "XADD is not known")]
    public void A_commit_whose_phases_mix(string source, string problem) => Assert.That(LuaRules.Phases(source), Has.Some.Contains(problem));

    [TestCase("x = 1", "x")]
    [TestCase("local function f(a)\n  b = a\nend", "b")]
    [TestCase("local t = { n = function(text) count = text end }", "count")]
    [TestCase("local a = b", "b")]
    [TestCase("for i = 1, n do end", "n")]
    [TestCase("local t = { key = value }", "value")]
    [TestCase("print('x')", "print")]
    [TestCase("if a then local a end", "a")]
    public void A_name_that_is_no_local(string text, string name) => Assert.That(LuaRules.Globals(text), Is.EqualTo(new[] { $"{name} is no local" }));

    [TestCase("local call, t = redis.call, { a = 1, b = function(x) return x end }\nfor _, v in ipairs(t) do call('GET', v.a) end")]
    [TestCase("local function f(a, ...)\n  local b, c = a, a:sub(1)\n  repeat b = c until b == c\n  while b do c = nil end\n  return f(b)\nend")]
    [TestCase("-- global = 1\nlocal s = 'global = 1' .. \"global\"")]
    public void Locals_in_every_form_are_no_globals(string text) => Assert.That(LuaRules.Globals(text), Is.Empty);

    [TestCase("local a\n-- why\n", "-- why")]
    [TestCase("local a\n  -- why\nlocal b\n", "  -- why")]
    [TestCase("local a\n\nlocal b\n", "")]
    public void A_text_that_carries_comments(string text, string line) => Assert.That(LuaRules.Flat(text), Is.EqualTo(new[] { $"'{line}' is sent" }));

    [Test]
    public void A_status_that_only_one_side_knows()
    {
        string more = RomScript.Commit.Source.Replace("return { 6,", "return { 9,", StringComparison.Ordinal);
        Assert.That(LuaRules.ReturnedStatuses(more), Does.Contain(9).And.Not.Contain(6));
        string unexplained = RomScript.Commit.Source.Replace("{6,", "(6,", StringComparison.Ordinal);
        Assert.That(LuaRules.ExplainedStatuses(unexplained), Does.Not.Contain(6));
    }
}
