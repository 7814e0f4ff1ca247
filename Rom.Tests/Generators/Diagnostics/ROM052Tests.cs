using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A hook would never be called.</summary>
public sealed class ROM052Tests
{
    [TestCase("public void [|BeforeInsert|]() { }", "it is not partial")]
    [TestCase("partial void [|AfterInsert|](int a);", "a hook has no parameters")]
    [TestCase("static partial void [|BeforeUpdate|]();", "no modifier but 'partial'")]
    public void Reported_on(string member, string why) =>
        Rule.Reported("ROM052", $$"""[RomModel] public partial class User { {{member}} }""", why);

    [TestCase("partial void [|AfterUpdate|](int a) { }", "a hook has no parameters")]
    [TestCase("partial void [|AfterUpdate|](ref readonly Dictionary<string, User[]?>? @in, params List<int>[] rest) { }", "a hook has no parameters")]
    [TestCase("async partial void [|AfterDelete|]() { await System.Threading.Tasks.Task.Yield(); }", "nobody would wait for it")]
    [TestCase("private partial void [|BeforeDelete|]() { }", "no modifier but 'partial'")]
    [TestCase("static partial void [|BeforeDelete|]() { }", "no modifier but 'partial'")]
    [TestCase("public partial List<User?> [|BeforeDelete|]() => [];", "a hook returns nothing")]
    public void Reported_on_a_method_with_a_body(string member, string why) =>
        Rule.Reported("ROM052", $$"""[RomModel] public partial class User { {{member}} }""", why);

    [TestCase("partial int [|BeforeDelete|]() => 1;", "a hook returns nothing", "CS8796")]
    [TestCase("partial void [|BeforeDelete|]<T>() { }", "a hook has no parameters", "CS0759")]
    public void Reported_beside_the_compiler_on(string member, string why, params string[] compiler) =>
        Rule.Reported("ROM052", $$"""[RomModel] public partial class User { {{member}} }""", why, compiler);

    [Test]
    public void Reported_on_a_method_of_a_base_class() => Rule.Reported("ROM052",
        """
        public class Base { protected virtual void [|BeforeInsert|]() { } }
        [RomModel] public partial class User : Base { }
        """,
        "'Base.BeforeInsert' is named like a hook and Rom would never call it (it is a method of a base class)");

    [Test]
    public void Not_reported_on_hooks() => Rule.NotReported(
        """
        public class Base { private void AfterDelete() { } protected void Log() => AfterDelete(); }
        [RomModel] public partial class User : Base
        {
            partial void BeforeInsert() => Log();
            partial void AfterUpdate() { }
            public void BeforeSave() { }
        }
        """);
}
