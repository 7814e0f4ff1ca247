using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A value of another type than the column's does not compile, whether it is set or searched for.</summary>
public sealed class TypeSafetyTests
{
    [TestCase("new User { Name = \"\", Age = true }", "CS0029")]
    [TestCase("new User { Name = \"\", Age = 1.7 }", "CS0266")]
    [TestCase("new User { Name = \"\", Price = 0.1 }", "CS0664")]
    [TestCase("new User { Name = \"\", At = \"2026-11-21\" }", "CS0029")]
    [TestCase("new User { Name = \"\", At = 5 }", "CS0029")]
    [TestCase("new User { Name = \"\", Data = \"text\" }", "CS0029")]
    [TestCase("new User { Name = new byte[0] }", "CS0029")]
    [TestCase("new User()", "CS9035")]
    [TestCase("new User { Name = \"\", Unknown = 1 }", "CS0117")]
    [TestCase("new User { Name = \"\", Initial = \"x\" }", "CS0117")]
    [TestCase("User.Query(db).Where(u => u.Unknown == 1)", "CS1061")]
    [TestCase("User.Query(db).OrderBy(u => u.Unknown)", "CS1061")]
    [TestCase("User.Query(db).Where(u => u.Age == true)", "CS0019")]
    [TestCase("User.Query(db).Where(u => u.Age < 1.7)", "CS0019")]
    [TestCase("User.Query(db).Where(u => u.At == \"2026-11-21\")", "CS0019")]
    [TestCase("User.Query(db).Where(u => u.Kind == 1)", "CS0019")]
    [TestCase("User.Query(db).Where(u => u.Small == 300)", "CS0019")]
    public void Does_not_compile(string expression, string error) => Assert.That(Errors(expression), Is.EqualTo(new[] { error }));

    [TestCase("new User { Name = \"\", Age = 1, Price = 1, At = DateTime.UtcNow, Data = [], Big = 5, Small = 255, Kind = Kind.A }")]
    [TestCase("User.Query(db).Where(u => u.Age == 'a' && u.Price == 1 && u.Big == 5 && u.Big < 5L && u.Wide == ulong.MaxValue && u.Small == 255 && u.Instant == DateTime.UtcNow)")]
    [TestCase("User.Query(db).Where(u => u.Big == null || u.Wide != null || u.Big == (Int128?)3 || u.Big.In(1, 2) || u.Initial == \"x\")")]
    public void Compiles(string expression) => Assert.That(Errors(expression), Is.Empty);

    private static IEnumerable<string> Errors(string expression) => GeneratorHarness.Run(
        $$"""
        using System;
        using Rom;
        public enum Kind { A, B }
        [RomModel] public partial class User
        {
            [Index(Name = "Initial", Keys = nameof(InitialOf))] public required string Name { get; set; }
            private static string InitialOf(string name) => name[..1];
            [Index] public int Age { get; set; }
            [Index] public decimal Price { get; set; }
            [Index] public DateTime At { get; set; }
            [Index] public DateTimeOffset Instant { get; set; }
            [Index] public byte[]? Data { get; set; }
            [Index] public Int128? Big { get; set; }
            [Index] public UInt128? Wide { get; set; }
            [Index] public byte? Small { get; set; }
            [Index] public Kind Kind { get; set; }
        }
        public static class Use { public static object M(RomContext db) => {{expression}}; }
        """).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id);
}
