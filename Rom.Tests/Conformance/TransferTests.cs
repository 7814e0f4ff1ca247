using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Transfers: exact, once, and nothing lost or created.</summary>
public sealed class TransferTests(EngineKind kind) : RaceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<BankAccount, long, BankAccount.Columns>(), Metadata<BankOrder, long, BankOrder.Columns>()];

    [Test]
    public async Task An_amount_moves_in_one_round_trip_and_the_receipt_is_marked()
    {
        (BankAccount from, BankAccount to, BankOrder order) = await StoredAsync(10.00m, 2.5m);
        from.Owner = "unsaved";
        long before = Db.RoundTrips;
        Assert.That(await Db.TransferAsync(from, to, a => a.Balance, 3.25m, order, o => o.Paid), Is.EqualTo(TransferOutcome.Done));
        Assert.That(Db.RoundTrips - before, Is.EqualTo(1));
        Assert.That((from.Balance, to.Balance, order.Paid), Is.EqualTo((6.75m, 5.75m, true)));
        Assert.That(await BankAccount.Query(Other).Where(a => a.Balance == 6.75m).CountAsync(), Is.EqualTo(1), "indexes follow");
        Assert.That((await BankAccount.GetAsync(Other, from.Id))!.Owner, Is.EqualTo("o"));
        Assert.That(await from.SaveAsync(Db), Is.EqualTo(1), "what was changed besides is still unsaved");

        Assert.That(await Db.TransferAsync(from, to, a => a.Balance, 3.25m, order, o => o.Paid), Is.EqualTo(TransferOutcome.AlreadyDone));
        Assert.That((await BankAccount.GetAsync(Other, to.Id))!.Balance, Is.EqualTo(5.75m));
    }

    [Test]
    public async Task Each_refusal_is_an_outcome_and_writes_nothing()
    {
        (BankAccount from, BankAccount to, BankOrder order) = await StoredAsync(10m, 0m);
        Assert.That(await Db.TransferAsync(from, to, a => a.Balance, 10.01m, order, o => o.Paid), Is.EqualTo(TransferOutcome.InsufficientFunds));
        Assert.That(await Db.TransferAsync(from, from, a => a.Balance, 1m, order, o => o.Paid), Is.EqualTo(TransferOutcome.SameRow));
        BankAccount same = (await BankAccount.GetAsync(Db, from.Id))!;
        Assert.That(await Db.TransferAsync(from, same, a => a.Balance, 1m), Is.EqualTo(TransferOutcome.SameRow));
        await (await BankAccount.GetAsync(Other, to.Id))!.DeleteAsync(Other);
        Assert.That(await Db.TransferAsync(from, to, a => a.Balance, 1m, order, o => o.Paid), Is.EqualTo(TransferOutcome.DestinationMissing));
        Assert.That(await Db.TransferAsync(to, from, a => a.Balance, 0.01m), Is.EqualTo(TransferOutcome.InsufficientFunds), "as it was last known");
        BankAccount third = new() { Owner = "o" };
        await third.SaveAsync(Db);
        await (await BankOrder.GetAsync(Other, order.Id))!.DeleteAsync(Other);
        Assert.That(await Db.TransferAsync(from, third, a => a.Balance, 1m, order, o => o.Paid), Is.EqualTo(TransferOutcome.ReceiptMissing));
        await same.DeleteAsync(Other);
        Assert.That(await Db.TransferAsync(from, third, a => a.Balance, 1m), Is.EqualTo(TransferOutcome.SourceMissing));
        Assert.That((await BankAccount.GetAsync(Other, third.Id))!.Balance, Is.Zero);
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Db.TransferAsync(from, third, a => a.Balance, 0m));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Db.TransferAsync(from, third, a => a.Points, 1.5m));
        RomException never = Assert.ThrowsAsync<RomException>(() => Db.TransferAsync(from, new BankAccount { Owner = "new" }, a => a.Balance, 1m))!;
        Assert.That((never.Model, never.Message), Is.EqualTo(("BankAccount", "An entity of BankAccount that was never stored cannot take part in a transfer: save it first.")));
        Assert.That(() => Db.TransferAsync(new BankAccount { Owner = "n" }, third, a => a.Balance, 1m), Throws.InstanceOf<RomException>());
    }

    [Test]
    public async Task Integers_of_64_bits_and_large_decimals_are_exact()
    {
        (BankAccount from, BankAccount to, _) = await StoredAsync(100000000000000000.01m, 0.0000000001m);
        from.Points = 9007199254740993;
        to.Points = long.MaxValue - 9007199254740992;
        await Db.SaveAllAsync([from, to]);
        Assert.That(await Db.TransferAsync(from, to, a => a.Points, 9007199254740992), Is.EqualTo(TransferOutcome.Done));
        Assert.That((from.Points, to.Points), Is.EqualTo((1L, long.MaxValue)));
        Assert.ThrowsAsync<InvalidValueException>(() => Db.TransferAsync(from, to, a => a.Points, 1));
        Assert.That((await BankAccount.GetAsync(Other, from.Id))!.Points, Is.EqualTo(1), "nothing is lost");
        await Db.TransferAsync(from, to, a => a.Balance, 0.01m);
        Assert.That(((await BankAccount.GetAsync(Other, from.Id))!.Balance, (await BankAccount.GetAsync(Other, to.Id))!.Balance),
            Is.EqualTo((100000000000000000.00m, 0.0100000001m)));
    }

    [Test]
    public async Task Concurrent_transfers_conserve_the_sum_and_each_order_is_paid_once()
    {
        BankAccount[] bank = [.. Enumerable.Range(0, 3).Select(_ => new BankAccount { Owner = "o", Balance = 50m })];
        BankOrder[] orders = [.. Enumerable.Range(0, 12).Select(_ => new BankOrder())];
        await Db.SaveAllAsync([.. bank, .. orders]);
        int done = 0;
        RomException?[] errors = await Race.RunAsync(Clients, async runner =>
        {
            RomDatabase client = Client(runner);
            for (int i = 0; i < orders.Length; i++)
            {
                BankAccount from = (await BankAccount.GetAsync(client, bank[i % 3].Id))!, to = (await BankAccount.GetAsync(client, bank[(i + 1) % 3].Id))!;
                BankOrder order = (await BankOrder.GetAsync(client, orders[i].Id))!;
                if (await client.TransferAsync(from, to, a => a.Balance, 1.10m, order, o => o.Paid) == TransferOutcome.Done) Interlocked.Increment(ref done);
            }
        });
        Assert.That(errors, Is.All.Null);
        Assert.That(done, Is.EqualTo(12), "each order exactly once");
        Assert.That((await BankAccount.GetAsync(Db, bank.Select(account => account.Id))).Sum(account => account.Balance), Is.EqualTo(150m));
    }

    private async Task<(BankAccount From, BankAccount To, BankOrder Order)> StoredAsync(decimal from, decimal to)
    {
        BankAccount source = new() { Owner = "o", Balance = from }, destination = new() { Owner = "o", Balance = to };
        BankOrder order = new();
        await Db.SaveAllAsync([source, destination, order]);
        return (source, destination, order);
    }
}
