using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A filter cannot be a condition of the program.</summary>
public sealed class ROM019Tests
{
    private const string Model = """
        [RomModel] public partial class User
        {
            [Index] public int A { get; set; }
            [Index] public int B { get; set; }
            [Index] public string? C { get; set; }
        }
        """;

    [TestCase("[|u.A == 3|] ? u.B == 1 : u.B == 0")]
    [TestCase("[|(u.A == 3)|] ? u.B == 1 : u.B == 0")]
    [TestCase("[|u.A == 3 && u.B == 1|] ? u.B == 1 : u.B == 0")]
    [TestCase("[|u.A == 3 || u.B == 1 && u.B < 2|] ? u.B == 1 : u.B == 0")]
    [TestCase("[|!(u.A == 3)|] ? u.B == 1 : u.B == 0")]
    [TestCase("u.B == 2 && ([|u.A == 3|] ? u.B == 1 : u.B == 0)")]
    [TestCase("flag ? u.B == 1 : [|u.A == 3|] ? u.B == 1 : u.B == 0")]
    public void Reported_on_a_lambda(string condition) => Reported($"User.Query(db).Where(u => {condition});");

    [TestCase("if ([|f|]) { }")]
    [TestCase("if (flag) { } else if ([|f|]) { }")]
    [TestCase("while ([|f|]) { }")]
    [TestCase("do { } while ([|f|]);")]
    [TestCase("for (; [|f|];) { }")]
    [TestCase("switch (n) { case 1 when [|f|]: break; }")]
    [TestCase("_ = n switch { 1 when [|f|] => 1, _ => 2 };")]
    [TestCase("try { } catch (Exception) when ([|f|]) { }")]
    [TestCase("n = [|f|] ? 1 : 2;")]
    [TestCase("Action a = () => { Action b = () => { if ([|f|]) { } }; };")]
    [TestCase("Func<Filter, int> a = g => [|g|] ? 1 : 2;")]
    [TestCase("void Local() { if ([|f|]) { } }")]
    public void Reported_on(string statement) => Reported(statement);

    [Test]
    public void Reported_in_an_initializer() =>
        Rule.Reported("ROM019", "public class C { static Filter F = null!; int x = [|F|] ? 1 : 2; }", "A Filter");

    [TestCase("u.A == 3")]
    [TestCase("u.A == 3 && u.B == 1")]
    [TestCase("u.A == 3 || u.B == 1")]
    [TestCase("u.A == 3 & u.B == 1 | u.B == 2")]
    [TestCase("!(u.A == 3)")]
    [TestCase("!(u.A == 3 && u.B == 1)")]
    [TestCase("u.A == 3 && u.B == 1 && u.B == 2")]
    [TestCase("u.A == 3 || u.B == 1 || !(u.B == 2 && u.A == 5)")]
    [TestCase("(u.A == 3 && u.B == 1) || (!(u.A == 3) && u.B == 0)")]
    [TestCase("flag ? u.A == 3 && u.B == 1 : u.A == 3 || u.B == 1")]
    [TestCase("n switch { 1 when flag => u.A == 3 && u.B == 1, _ => u.A == 3 || u.B == 1 }")]
    public void Not_reported_on_a_lambda(string condition) => NotReported($"User.Query(db).Where(u => {condition});");

    [TestCase("if (flag && n > 1 || !flag) { }")]
    [TestCase("if (f == null) { }")]
    [TestCase("if (f is not null && flag) { }")]
    [TestCase("Filter g = f && f || f; g &= f;")]
    [TestCase("Func<Func<Filter>> a = () => () => f && f || !f;")]
    [TestCase("if (new Other()) { }")]
    public void Not_reported_on(string statement) => NotReported(statement);

    private static void Reported(string statement) => Rule.Reported(
        "ROM019", Source(statement), "A Filter cannot be a condition of the program, where it is always false: combine");

    private static void NotReported(string statement) => Rule.NotReported(Source(statement));

    private static string Source(string statement) => $$"""
        {{Model}}
        public class Other
        {
            public static bool operator true(Other other) => true;
            public static bool operator false(Other other) => false;
        }
        public static class Use
        {
            public static void M(RomContext db, Filter f, bool flag, int n) { {{statement}} }
        }
        """;
}
