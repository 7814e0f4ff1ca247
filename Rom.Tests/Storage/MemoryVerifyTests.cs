using System.Text;
using NUnit.Framework;
using Rom.Storage.Memory;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;
using static Rom.VerifyFindingKind;

namespace Rom.Tests.Storage;

/// <summary>What <c>VerifyAsync</c> finds on the memory engine, when its tables are damaged by hand.</summary>
public sealed class MemoryVerifyTests
{
    private RomDatabase _db = null!;
    private MemoryTable _table = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _db = RomDatabase.InMemory();
        await new Contact { Handle = "H", First = "Ann", Last = "Lee", High = 10 }.SaveAsync(_db);
        await new Contact().SaveAsync(_db);
        _table = Table<Contact, long, Contact.Columns>();
    }

    [TearDown]
    public async Task CloseAsync() => await _db.DisposeAsync();

    [Test]
    public Task A_unique_value_that_is_missing() => FindsAsync(() => _table.Unique("Handle").Clear(), (MissingEntry, "1", "Handle"));

    [Test]
    public Task A_unique_value_of_another_row() => FindsAsync(() => _table.Unique("Handle")[B("h")] = B("2"), (TakenUnique, "1", "Handle"), (StaleEntry, "2", "Handle"));

    [Test]
    public Task A_unique_value_without_row() => FindsAsync(() => _table.Unique("Handle")[B("x")] = B("9"), (OrphanEntry, "9", "Handle"));

    [Test]
    public Task A_unique_that_the_model_has_not() => FindsAsync(() => _table.Unique("Gone")[B("x")] = B("1"), (UnknownIndex, null, null));

    [Test]
    public Task A_derived_field_that_is_another() => FindsAsync(() => _table.Rows[B("1")][":Spread"] = B("9"), (StaleDerivedField, "1", "Spread"));

    [Test]
    public Task A_row_without_key() => FindsAsync(() => _table.Rows[B("5")] = new() { ["City"] = B("x") }, (RowWithoutKey, "5", null));

    [Test]
    public Task A_row_of_another_key() => FindsAsync(() => _table.Rows[B("5")] = new() { ["Id"] = B("1") }, (OtherKey, "5", null));

    [Test]
    public Task A_row_whose_keys_cannot_be_made() => FindsAsync(() => _table.Rows[B("2")]["Email"] = B("throw"), (UnreadableRow, "2", null));

    [Test]
    public Task A_counter_that_was_set_back() => FindsAsync(() => _table.Counter = 0, (KeyCounterBehind, "1", null));

    [Test]
    public Task A_schema_record_that_was_lost() => FindsAsync(() => _table.Schema = null, (MissingSchemaRecord, null, null));

    [Test]
    public async Task A_native_structure_whose_row_is_gone()
    {
        MemoryTable players = Table<Player, long, Player.Columns>();
        players.Native("Log", B("9"));
        Assert.That((await _db.VerifyAsync<Player>()).Findings.Select(found => (found.Kind, found.Key, found.Index)), Is.EqualTo(new[] { (OrphanNative, "9", "Log") }));
    }

    [Test]
    public async Task The_verifier_by_hand_tells_of_one_too_many_and_one_too_few()
    {
        Assert.That(await ContactEntries.DifferencesAsync(_db, _table), Is.Empty);
        _table.Unique("Handle").Clear();
        _table.Unique("Mailbox")[B("x")] = B("1");
        Assert.That(await ContactEntries.DifferencesAsync(_db, _table), Is.EqualTo(new[] { "stored, not implied: unique:Mailbox x\u00011", "implied, not stored: unique:Handle h\u00011" }));
    }

    private async Task FindsAsync(Action damage, params (VerifyFindingKind, string?, string?)[] expected)
    {
        Assert.That((await _db.VerifyAsync<Contact>()).IsClean);
        damage();
        VerifyReport report = await _db.VerifyAsync<Contact>();
        Assert.That(report.Findings.Select(found => (found.Kind, found.Key, found.Index)), Is.EquivalentTo(expected), report.ToString());
    }

    private MemoryTable Table<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => ((MemoryEngine)_db.Engine).Table(TModel.Metadata);

    private static byte[] B(string text) => Encoding.UTF8.GetBytes(text);
}
