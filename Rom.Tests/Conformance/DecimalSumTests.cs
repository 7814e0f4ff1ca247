using System.Globalization;
using System.Numerics;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Sums of decimals: every digit is kept, or the change is refused and nothing is written.</summary>
public sealed class DecimalSumTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const int Cases = 300;

    protected override ModelMetadata[] VerifiedModels => [Metadata<Ledger, Guid, Ledger.Columns>(), Metadata<BankAccount, long, BankAccount.Columns>()];

    [Test]
    public async Task A_patch_adds_every_digit_or_is_refused()
    {
        Random random = PropertyRun.Random(nameof(A_patch_adds_every_digit_or_is_refused));
        Ledger ledger = new();
        await ledger.SaveAsync(Db);
        int refusals = 0;
        for (int i = 0; i < Cases; i++)
        {
            (decimal held, decimal added) = (Any(random), Any(random));
            string wrong = $"{PropertyRun.Repeat}\n{held} + {added}";
            bool isRest = random.Next(2) == 0;
            await Ledger.PatchAsync(Db, ledger.Id, l => l.Amount.Set(held), l => l.Rest.Set(held));
            Ledger before = (await Ledger.GetAsync(Other, ledger.Id))!;
            Patch<Ledger> Add(Ledger.Columns l) => isRest ? l.Rest.Add(added) : l.Amount.Add(added);
            Func<Task<bool>> patch = random.Next(3) switch
            {
                0 => () => Ledger.PatchAsync(Db, ledger.Id, Add),
                1 => () => Ledger.PatchAsync(Db, ledger.Id, Add, l => l.Words.Set($"{held}")),
                _ => () => Ledger.UpdateIfAsync(Db, ledger.Id, l => l.Count == 0, Add),
            };
            if (ExactSum.Holds(held, added))
            {
                Assert.That(await patch(), Is.True, wrong);
                Ledger after = (await Ledger.GetAsync(Other, ledger.Id))!;
                Assert.That(Text(isRest ? after.Rest : after.Amount), Is.EqualTo(Text(held + added)), wrong);
                Assert.That(Text(isRest ? after.Amount : after.Rest), Is.EqualTo(Text(held)), wrong);
            }
            else
            {
                refusals++;
                AssertNamed(Assert.ThrowsAsync<InvalidValueException>(() => patch(), wrong)!, "Ledger", ledger.Id, isRest ? "Rest" : "Amount");
                Ledger after = (await Ledger.GetAsync(Other, ledger.Id))!;
                Assert.That((after.Version, after.Amount, after.Rest, after.Words), Is.EqualTo((before.Version, held, (decimal?)held, before.Words)), wrong);
            }
        }

        Assert.That(refusals, Is.InRange(Cases / 10, Cases - Cases / 10), "both are tried");
    }

    [Test]
    public async Task A_transfer_moves_every_digit_or_is_refused()
    {
        Random random = PropertyRun.Random(nameof(A_transfer_moves_every_digit_or_is_refused));
        BankAccount from = new() { Owner = "a" }, to = new() { Owner = "b" };
        int refusals = 0;
        for (int i = 0; i < Cases; i++)
        {
            (decimal source, decimal amount, decimal target) = (Math.Abs(Any(random)), Math.Abs(Any(random)), Any(random));
            if (amount > source) (source, amount) = (amount, source);
            if (amount == 0) continue;
            string wrong = $"{PropertyRun.Repeat}\n{amount} from {source} to {target}";
            (from.Balance, to.Balance) = (source, target);
            await Db.SaveAllAsync([from, to]);
            Task<TransferOutcome> TransferAsync() => Db.TransferAsync(from, to, a => a.Balance, amount);
            bool gives = ExactSum.Holds(source, -amount), takes = ExactSum.Holds(target, amount);
            if (gives && takes)
            {
                Assert.That(await TransferAsync(), Is.EqualTo(TransferOutcome.Done), wrong);
            }
            else
            {
                refusals++;
                AssertNamed(Assert.ThrowsAsync<InvalidValueException>(TransferAsync, wrong)!, "BankAccount", gives ? to.Id : from.Id, "Balance");
                Assert.That((from.Balance, to.Balance), Is.EqualTo((source, target)), wrong);
            }

            decimal left = (await BankAccount.GetAsync(Other, from.Id))!.Balance, got = (await BankAccount.GetAsync(Other, to.Id))!.Balance;
            BigInteger money = ExactSum.Scaled(source) + ExactSum.Scaled(target);
            Assert.That(ExactSum.Scaled(left) + ExactSum.Scaled(got), Is.EqualTo(money), wrong);
            Assert.That((left, got), Is.EqualTo((from.Balance, to.Balance)), wrong);
        }

        Assert.That(refusals, Is.InRange(Cases / 10, Cases - Cases / 10), "both are tried");
    }

    private static void AssertNamed(InvalidValueException error, string model, object key, string column)
    {
        Assert.That((error.Model, error.Key, error.Column), Is.EqualTo((model, $"{key}", column)));
        Assert.That(error.Message, Does.Contain(model).And.Contain($"{key}").And.Contain(column));
    }

    /// <summary>Small sums of money, the ends of the type, the least parts, any digits with any scale, zeros behind the point.</summary>
    private static decimal Any(Random random)
    {
        bool isNegative = random.Next(3) == 0;
        return random.Next(6) switch
        {
            0 => new decimal(random.Next(1, int.MaxValue), 0, 0, isNegative, 2),
            1 => isNegative ? decimal.MinValue + random.Next(3) : decimal.MaxValue - random.Next(3),
            2 => new decimal(random.Next(1, int.MaxValue), 0, 0, isNegative, (byte)random.Next(29)),
            3 => new decimal(random.Next(), random.Next(), random.Next(1, int.MaxValue), isNegative, (byte)random.Next(29)),
            4 => random.Next(1, 100) * 1.0000000000000000000000000m,
            _ => new decimal(0, 0, 0, isNegative: false, (byte)random.Next(29)),
        };
    }

    private static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
