using NUnit.Framework;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Deletes and overwrites among writers who keep changing the row: they are sent again with what is stored, and win.</summary>
public sealed class OverwriteRaceTests(EngineKind kind) : RaceFixture(kind)
{
    private const int Writers = 4;

    [Test]
    public async Task A_delete_wins_against_concurrent_changes()
    {
        for (int round = 0; round < 10; round++)
        {
            Person stored = Full($"{round}@b");
            await stored.SaveAsync(Db);
            await using BusyWriters busy = await BusyWriters.StartAsync(Writers, Client, stored.Id);

            Assert.That(await stored.DeleteAsync(Db), Is.True);

            Assert.That(await busy.Ended, Is.All.TypeOf<EntityDeletedException>());
            Assert.That(await Person.GetAsync(Db, stored.Id), Is.Null);
            Assert.That(await Person.GetByEmailAsync(Db, $"{round}@b"), Is.Null);
            Assert.That(await Person.Query(Db).CountAsync(), Is.Zero);
        }
    }

    [TestCase(SaveMode.Force)]
    [TestCase(SaveMode.Replace)]
    [TestCase(SaveMode.Upsert)]
    public async Task An_overwrite_wins_against_concurrent_changes(SaveMode mode)
    {
        Person stored = Full("a@b");
        await stored.SaveAsync(Db);
        await using BusyWriters busy = await BusyWriters.StartAsync(Writers, Client, stored.Id);
        for (int save = 0; save < 20; save++)
        {
            stored.Title = $"overwritten {save}";
            Assert.That(await stored.SaveAsync(Db, mode), Is.Positive);
        }

        await stored.DeleteAsync(Db);
        Assert.That(await busy.Ended, Is.All.TypeOf<EntityDeletedException>());
        if (mode == SaveMode.Replace)
        {
            Assert.ThrowsAsync<EntityDeletedException>(() => stored.SaveAsync(Db, mode));
            return;
        }

        await stored.SaveAsync(Db, mode);
        Assert.That((await Person.GetAsync(Other, stored.Id))!.ToDictionary(), Is.EqualTo(stored.ToDictionary()));
    }

    [Test]
    public async Task Upserts_of_one_key_all_succeed_and_leave_one_row()
    {
        Page[] pages =
        [
            .. Enumerable.Range(0, 16).Select(i => new Page { Slug = "page", Title = $"by {i}", Text = $"one two word{i}", Views = i, Alias = $"alias {i}" }),
        ];
        RomException?[] errors = await Race.RunAsync(pages.Length, i => pages[i].SaveAsync(Client(i), i % 2 == 0 ? SaveMode.Upsert : SaveMode.Force));

        Assert.That(errors, Is.All.Null);
        List<Page> found = await Page.Query(Db).ToListAsync();
        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].ToDictionary(), Is.EqualTo(pages[found[0].Views].ToDictionary()));
    }
}
