using NUnit.Framework;

namespace Rom.Tests.Aot;

public class IlWarningsTests
{
    private const string Output = """
          Generating native code
        c:\code\TaskSource.cs(37): AOT analysis warning IL3050: StackExchange.Redis.TaskSource..cctor(): Using member 'System.Enum.GetValues(Type)' can break. [/src/samples/Aot/Aot.csproj]
        c:\code\TaskSource.cs(37): AOT analysis warning IL3050: StackExchange.Redis.TaskSource..cctor(): Using member 'System.Enum.GetValues(Type)' can break. [/src/samples/Aot/Aot.csproj]
        /src/Rom.Runtime/Sessions/RomDatabase.cs(12): Trim analysis warning IL2026: Rom.RomDatabase.Over(IConnectionMultiplexer, RomOptions): Using member 'StackExchange.Redis.LuaScript.Prepare(String)'. [/src/samples/Aot/Aot.csproj]
        ILC : error IL2104: Assembly 'StackExchange.Redis' produced trim warnings. [/src/samples/Aot/Aot.csproj]
          Aot -> /tmp/publish/
        """;

    [Test]
    public void Each_is_read_once()
    {
        Assert.That(IlWarnings.Read(Output), Is.EqualTo(new[]
        {
            "IL2026: Rom.RomDatabase.Over(IConnectionMultiplexer, RomOptions): Using member 'StackExchange.Redis.LuaScript.Prepare(String)'.",
            "IL2104: Assembly 'StackExchange.Redis' produced trim warnings.",
            "IL3050: StackExchange.Redis.TaskSource..cctor(): Using member 'System.Enum.GetValues(Type)' can break.",
        }));
    }

    [Test]
    public void Only_what_is_about_a_member_of_the_client_is_the_clients()
    {
        Assert.That(IlWarnings.Read(Output).Select(IlWarnings.IsOfClient), Is.EqualTo(new[] { false, false, true }));
    }
}
