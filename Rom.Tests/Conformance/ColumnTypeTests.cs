using System.Numerics;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>What rom's columns do, and what theirs get wrong.</summary>
public sealed class ColumnTypeTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
        [Metadata<Entry, long, Entry.Columns>(), Metadata<Person, long, Person.Columns>(), Metadata<Delivery, long, Delivery.Columns>()];

    [Test]
    public async Task A_bool_has_three_classes_and_moves_between_them()
    {
        foreach (bool? done in new bool?[] { true, false, null }) await new Entry { Done = done }.SaveAsync(Db);
        Assert.That(await IdsAsync(e => e.Done == true), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(e => e.Done == false), Is.EqualTo(new[] { 2 }), "null is not false");
        Assert.That(await IdsAsync(e => e.Done != true), Is.EqualTo(new[] { 2, 3 }));
        Entry entry = (await Entry.GetAsync(Db, 1))!;
        entry.Done = false;
        await entry.SaveAsync(Db);
        Assert.That(await IdsAsync(e => e.Done == true), Is.Empty);
        Assert.That(await IdsAsync(e => e.Done == false), Is.EqualTo(new[] { 1, 2 }));
        Assert.That((await Entry.GetAsync(Db, 3))!.Done, Is.Null);
    }

    [Test]
    public async Task Dates_and_times_are_found_by_equality_and_by_open_ranges()
    {
        DateTime at = new(2026, 11, 21, 9, 7, 13, DateTimeKind.Utc);
        for (int i = 0; i < 3; i++)
        {
            TimeOnly hour = new TimeOnly(9, 0).Add(new TimeSpan(i));
            await new Entry { At = at.AddTicks(i), Instant = at.AddTicks(i), Day = new DateOnly(2026, 11, 21 + i), Hour = hour }.SaveAsync(Db);
        }

        Assert.That(await IdsAsync(e => e.At == at), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(e => e.Instant == at), Is.EqualTo(new[] { 1 }), "a DateTime of kind Utc is an instant");
        Assert.That(await IdsAsync(e => e.Day == new DateOnly(2026, 11, 22)), Is.EqualTo(new[] { 2 }));
        Assert.That(await IdsAsync(e => e.Hour == new TimeOnly(9, 0)), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(e => e.Hour > new TimeOnly(9, 0)), Is.EqualTo(new[] { 2, 3 }), "to the tick");
        Assert.That(await IdsAsync(e => e.At >= at.AddTicks(1)), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(await IdsAsync(e => e.At < DateTime.MaxValue), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(await IdsAsync(e => e.At.Between(at.AddDays(1), at.AddDays(2))), Is.Empty);
    }

    [Test]
    public async Task The_kind_of_a_DateTime_and_the_offset_of_a_DateTimeOffset_come_back()
    {
        DateTime[] clocks = [DateTime.MinValue, DateTime.MaxValue, new(2026, 3, 29, 2, 30, 0), new(2026, 3, 29, 2, 30, 0, DateTimeKind.Utc)];
        foreach (DateTime clock in clocks) await new Entry { At = clock }.SaveAsync(Db);
        DateTimeOffset night = new(2026, 3, 29, 2, 30, 0, TimeSpan.FromHours(-14));
        DateTimeOffset[] instants = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, night, night.ToOffset(TimeSpan.FromMinutes(330))];
        foreach (DateTimeOffset instant in instants) await new Entry { Instant = instant }.SaveAsync(Db);

        for (int i = 0; i < clocks.Length; i++)
        {
            DateTime loaded = (await Entry.GetAsync(Db, i + 1))!.At!.Value;
            Assert.That((loaded, loaded.Kind), Is.EqualTo((clocks[i], clocks[i].Kind)));
        }

        for (int i = 0; i < instants.Length; i++)
        {
            DateTimeOffset loaded = (await Entry.GetAsync(Db, clocks.Length + i + 1))!.Instant!.Value;
            Assert.That((loaded, loaded.Offset), Is.EqualTo((instants[i], instants[i].Offset)));
        }

        Assert.That(await IdsAsync(e => e.At == clocks[2]), Is.EqualTo(new[] { 3, 4 }), "compared by their clocks, as C# compares");
        InvalidValueException local = Assert.ThrowsAsync<InvalidValueException>(() => new Entry { At = DateTime.Now }.SaveAsync(Db))!;
        Assert.That((local.Model, local.Column), Is.EqualTo(("Entry", "At")));
        Assert.That(local.Message, Does.Contain("ToUniversalTime()"));
    }

    [Test]
    public async Task A_changed_date_is_saved_and_a_date_can_be_cleared()
    {
        await new Entry { At = DateTime.UnixEpoch }.SaveAsync(Db);
        Entry entry = (await Entry.GetAsync(Db, 1))!;
        entry.At = entry.At!.Value.AddTicks(1);
        Assert.That(await entry.SaveAsync(Db), Is.EqualTo(1));
        entry.At = null;
        Assert.That(await entry.SaveAsync(Db), Is.EqualTo(1));
        Assert.That((await Entry.GetAsync(Db, 1))!.At, Is.Null);
        Assert.That(await IdsAsync(e => e.At.IsNull()), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Integers_of_any_size_come_back_and_are_found()
    {
        BigInteger large = BigInteger.Pow(2, 256), beyond = BigInteger.Pow(2, 53);
        BigInteger[] numbers = [large, -large, large + 1, BigInteger.Pow(10, 400), 0, beyond + 1, beyond];
        foreach (BigInteger number in numbers) await new Entry { Big = number }.SaveAsync(Db);
        Assert.That((await Entry.Query(Db).OrderBy(e => e.Big).ToListAsync()).Select(e => e.Big!.Value), Is.EqualTo(numbers.Order()));
        foreach (BigInteger number in numbers)
            Assert.That(await Entry.Query(Db).Where(e => e.Big <= number).CountAsync(), Is.EqualTo(numbers.Count(n => n <= number)));
        Assert.That(await IdsAsync(e => e.Big == 0), Is.EqualTo(new[] { 5 }));
    }

    [Test]
    public async Task Every_byte_comes_back_is_unique_and_finds_its_row()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        await new Entry { Digest = all }.SaveAsync(Db);
        await new Entry { Digest = [0xFF, 0xFE] }.SaveAsync(Db);
        await new Entry { Digest = [] }.SaveAsync(Db);
        Assert.That((await Entry.GetAsync(Db, 1))!.Digest, Is.EqualTo(all));
        Assert.That((await Entry.GetByDigestAsync(Db, all))!.Id, Is.EqualTo(1));
        Assert.That((await Entry.GetByDigestAsync(Db, [0xFF, 0xFE]))!.Id, Is.EqualTo(2));
        Assert.That((await Entry.GetByDigestAsync(Db, []))!.Id, Is.EqualTo(3));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Entry { Digest = [0xFF, 0xFE] }.SaveAsync(Db));
        Assert.That(await IdsAsync(e => e.Digest.In(all, [])), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task An_empty_string_is_a_value()
    {
        await new Entry { Name = "", City = "" }.SaveAsync(Db);
        await new Entry().SaveAsync(Db);
        Assert.That((await Entry.GetAsync(Db, 1))!.Name, Is.Empty);
        Assert.That((await Entry.GetByNameAsync(Db, ""))!.Id, Is.EqualTo(1));
        Assert.That(await IdsAsync(e => e.City == ""), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(e => e.City == null), Is.EqualTo(new[] { 2 }));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Entry { Name = "" }.SaveAsync(Db));
    }

    [TestCase("\u200Bzero width")]
    [TestCase("zero width\u200B")]
    [TestCase("\0nul\0")]
    [TestCase("\r\n")]
    [TestCase("Größe 漢字 😀")]
    public async Task Any_text_comes_back_and_is_found(string text)
    {
        await new Entry { Name = text, City = text }.SaveAsync(Db);
        await new Entry { Name = text.Trim('\u200B', '\0', '\n') + "x", City = "other" }.SaveAsync(Db);
        Assert.That((await Entry.GetAsync(Db, 1))!.Name, Is.EqualTo(text));
        Assert.That((await Entry.GetByNameAsync(Db, text))!.Id, Is.EqualTo(1));
        Assert.That(await IdsAsync(e => e.City == text), Is.EqualTo(new[] { 1 }));
        Assert.That(await IdsAsync(e => e.Name.StartsWith(text[..2])), Does.Contain(1));
    }

    [Test]
    public async Task Text_that_is_none_is_refused_and_leaves_nothing_behind()
    {
        Assert.ThrowsAsync<InvalidValueException>(() => new Entry { Name = "\ud83d" }.SaveAsync(Db));
        await new Entry { Name = "right" }.SaveAsync(Db);
        Assert.That(await IdsAsync(e => e.Name >= ""), Is.EqualTo(new[] { 1 }));
    }

    /// <summary>Each of these leaves half of a save behind in rom: an index that cannot take the value fails after the row was written (DI-4).</summary>
    [Test]
    public async Task What_an_index_of_rom_cannot_take_is_saved_whole_or_refused_whole()
    {
        await new Person { Email = "nan", Score = double.NaN }.SaveAsync(Db);
        await new Person { Email = "infinity", Score = double.NegativeInfinity }.SaveAsync(Db);
        await new Entry { Name = "large", Big = BigInteger.Pow(10, 400) }.SaveAsync(Db);
        await new Delivery { First = ForeignRef<Supplier>.To("no number"), Supplier = ForeignRef<Supplier>.To("no number") }.SaveAsync(Db);
        Assert.That(await Person.Query(Db).Where(p => p.Score < 0).CountAsync(), Is.EqualTo(1));
        Assert.That(await Person.Query(Db).Where(p => p.Score.IsNotNull()).CountAsync(), Is.EqualTo(2));
        Assert.That(await IdsAsync(e => e.Big > BigInteger.Pow(10, 399)), Is.EqualTo(new[] { 1 }));
        Assert.That(await Delivery.Query(Db).Where(d => d.Supplier == ForeignRef<Supplier>.To("no number")).CountAsync(), Is.EqualTo(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new GeoPoint(13, 86));
        Person nan = (await Person.GetByEmailAsync(Db, "nan"))!;
        nan.Title = "\ud800";
        nan.Score = 5;
        Assert.ThrowsAsync<InvalidValueException>(() => nan.SaveAsync(Db));
        Assert.That(await Person.Query(Db).Where(p => p.Score == 5).CountAsync(), Is.Zero);
        nan.Title = "right";
        Assert.That(await nan.SaveAsync(Db), Is.EqualTo(2), "no race against what was refused");
    }

    [Test]
    public async Task Every_type_that_can_be_unique_is_looked_up_and_refused_twice()
    {
        Entry one = new() { Number = UInt128.MaxValue, Mode = Mode.Größe, Home = new Uri("https://a/b"), Span = TimeSpan.MinValue };
        await one.SaveAsync(Db);
        await new Entry().SaveAsync(Db);
        await new Entry().SaveAsync(Db);
        Entry?[] found =
        [
            await Entry.GetByNumberAsync(Db, UInt128.MaxValue), await Entry.GetByModeAsync(Db, Mode.Größe),
            await Entry.GetByHomeAsync(Db, new Uri("https://a/b")), await Entry.GetBySpanAsync(Db, TimeSpan.MinValue),
        ];
        Assert.That(found.Select(entry => entry?.Id), Is.All.EqualTo(1));
        Assert.That((await Entry.GetAsync(Db, 2))!.Number, Is.Null);
        Entry[] twins = [new() { Number = UInt128.MaxValue }, new() { Mode = Mode.Größe }, new() { Home = new Uri("https://a/b") }, new() { Span = TimeSpan.MinValue }];
        foreach (Entry twin in twins)
            Assert.ThrowsAsync<UniqueViolationException>(() => twin.SaveAsync(Db));
    }

    [Test]
    public async Task Open_ranges_agree_however_they_are_written()
    {
        Random random = PropertyRun.Random(6100);
        for (int i = 0; i < 30; i++) await new Entry { At = new DateTime(2026, 1, 1).AddDays(random.Next(10)), Number = (UInt128)i }.SaveAsync(Db);
        for (int day = -1; day <= 10; day++)
        {
            DateTime at = new DateTime(2026, 1, 1).AddDays(day);
            long from = await Entry.Query(Db).Where(e => e.At >= at).CountAsync();
            Assert.That((await IdsAsync(e => e.At >= at)), Has.Count.EqualTo(from));
            Assert.That(await Entry.Query(Db).Where(e => e.At.Between(at, DateTime.MaxValue)).CountAsync(), Is.EqualTo(from));
            Assert.That(await Entry.Query(Db).Where(e => !(e.At < at)).CountAsync(), Is.EqualTo(from));
            Assert.That(30 - await Entry.Query(Db).Where(e => e.At < at).CountAsync(), Is.EqualTo(from));
        }
    }

    private async Task<IReadOnlyList<long>> IdsAsync(Func<Entry.Columns, Filter> filter) =>
        [.. (await Entry.Query(Db).Where(filter).ToListAsync()).Select(entry => entry.Id).Order()];
}
