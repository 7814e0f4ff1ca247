using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using StackExchange.Redis;

namespace Rom.Tests.Redis;

/// <summary>Rows as other clients of the server use them.</summary>
public sealed class OtherClientTests
{
    [Test]
    public async Task HINCRBY_counts_integers_of_any_width_and_enums_up()
    {
        await using RomDatabase db = await RomDatabase.ConnectAsync(SharedRedis.RequireAddress(), Patience.Options("hincrby:"));
        using ConnectionMultiplexer other = await ConnectionMultiplexer.ConnectAsync(SharedRedis.RequireAddress());
        Typed typed = new() { Byte = 254, Short = -1, UInt = uint.MaxValue - 1, Long = long.MaxValue - 1, Number = Status.New };
        await typed.SaveAsync(db);
        foreach (string field in new[] { "Byte", "Short", "UInt", "Long", "Number" })
            await other.GetDatabase().HashIncrementAsync($"hincrby:{{Raw}}:row:{typed.Id}", field);

        await typed.RefreshAsync(db);

        Assert.That((typed.Byte, typed.Short, typed.UInt, typed.Long, typed.Number), Is.EqualTo((byte.MaxValue, (short)0, uint.MaxValue, long.MaxValue, Status.Active)));
        await typed.DeleteAsync(db);
    }
}
