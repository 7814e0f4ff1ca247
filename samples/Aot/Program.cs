// Uses the whole public API of Rom and checks every answer, so that a trimmed or Native AOT build which lost something says so.
using System.Diagnostics;
using AotSample;
using AotSample.Models;

if (AotOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(AotOptions.Usage);
    return 2;
}

Checks checks = new();
Store first = await Store.OpenAsync(options.Redis);
var early = new Account { Email = "early@host.com", Age = 1 };
await early.SaveAsync(first.Db);
checks.Equal("the first query", await Account.Query(first.Db).Where(a => a.Age < 2).CountAsync(), 1);
using (Process process = Process.GetCurrentProcess())
    Console.WriteLine($"{(DateTime.Now - process.StartTime).TotalMilliseconds:0} ms from the start to the answer of the first query");

await using (Store store = await first.WithOtherAsync(options.Redis))
{
    await early.DeleteAsync(store.Db);
    await KeyChecks.RunAsync(store, checks);
    await SaveChecks.RunAsync(store, checks);
    await ShapeChecks.RunAsync(store, checks);
    await NestedChecks.RunAsync(store, checks);
    await QueryChecks.RunAsync(store, checks);
    await IndexChecks.RunAsync(store, checks);
    await SessionChecks.RunAsync(store, checks);
    await UnitChecks.RunAsync(store, checks);
    await ScalarChecks.RunAsync(store, checks);
    await ErrorChecks.RunAsync(store, checks);
    await MetadataChecks.RunAsync(store, checks);
    if (options.Kill) await LossChecks.RunAsync(store, checks); // the last, because the client connects again meanwhile
}

Console.WriteLine($"{checks.Right} right, {checks.Wrong} wrong");
return checks.Wrong == 0 ? 0 : 1;
