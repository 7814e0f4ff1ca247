using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Enums by name, converters, defaults, and text that is no value.</summary>
public sealed class StoredFormTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
        [Metadata<Ware, long, Ware.Columns>(), Metadata<Preset, long, Preset.Columns>(), Metadata<Raw, long, Raw.Columns>(), Metadata<Gauge, long, Gauge.Columns>(), Metadata<Priced, long, Priced.Columns>()];

    [Test]
    public async Task An_enum_by_name_is_stored_read_and_found_by_its_name()
    {
        foreach (Mode mode in new[] { Mode.Off, Mode.Active, Mode.Größe }) await new Ware { Mode = mode, Other = mode }.SaveAsync(Db);
        await new Ware { Mode = Mode.On }.SaveAsync(Db);

        Assert.That((await Ware.Query(Db).ToListAsync()).Select(ware => ware.Mode), Is.EqualTo(new[] { Mode.Off, Mode.On, Mode.Größe, Mode.On }));
        Assert.That(await Ware.Query(Db).Where(w => w.Mode == Mode.Active).CountAsync(), Is.EqualTo(2), "two names of one value are one");
        Assert.That(await Ware.Query(Db).Where(w => w.Other.In(Mode.Off, Mode.Größe)).CountAsync(), Is.EqualTo(2));
        Assert.That(await Ware.Query(Db).Where(w => w.Other.IsNull()).CountAsync(), Is.EqualTo(1));
        if (Kind == EngineKind.Redis) Assert.That((await base.Raw.HashGetAsync($"{Prefix}{{Ware}}:row:3", "Mode")).ToString(), Is.EqualTo("Größe"));
    }

    [Test]
    public async Task An_enum_by_name_refuses_a_number_without_a_name()
    {
        InvalidValueException invalid = Assert.ThrowsAsync<InvalidValueException>(() => new Ware { Mode = (Mode)77 }.SaveAsync(Db))!;
        Assert.That((invalid.Model, invalid.Column), Is.EqualTo(("Ware", "Mode")));
        Assert.That(invalid.Message, Does.Contain("has no name in Mode").And.Not.Contain("77"));
        Assert.Throws<InvalidValueException>(() => Ware.Query(Db).Where(w => w.Mode == (Mode)77));
        Assert.That(await Ware.Query(Db).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_number_without_a_name_is_kept_in_an_enum_by_number()
    {
        Gauge gauge = new() { Tiny = (Tiny)5 };
        await gauge.SaveAsync(Db);
        Assert.That((await Gauge.GetAsync(Db, gauge.Id))!.Tiny, Is.EqualTo((Tiny)5));
    }

    [Test]
    public async Task Converted_values_come_back_and_are_found()
    {
        Price[] prices = [new(9, "EUR"), new(10, "EUR"), new(10.0m, "USD"), new(-1.5m, "a b\0c"), new(decimal.MaxValue, ""), new(10, "CHF")];
        foreach (Price price in prices) await new Ware { Price = price, Tag = new Tag(price.Currency) }.SaveAsync(Db);
        await new Ware { Mask = new Mask(5) }.SaveAsync(Db);

        List<Ware> ordered = await Ware.Query(Db).OrderBy(w => w.Price).ToListAsync();
        Assert.That(ordered.Select(ware => ware.Price?.Amount), Is.EqualTo(new decimal?[] { null, -1.5m, 9, 10, 10, 10, decimal.MaxValue }));
        Assert.That(ordered.Select(ware => ware.Price).OfType<Price>(), Is.EquivalentTo(prices));
        Assert.That(await ordered[1].SaveAsync(Db), Is.Zero);
        Price ten = new(10, "EUR");
        async Task<long> Count(Func<Ware.Columns, Filter> filter) => await Ware.Query(Db).Where(filter).CountAsync();
        Assert.That(await Count(w => w.Price == ten), Is.EqualTo(1), "equality is that of the text");
        Assert.That(await Count(w => w.Price < ten), Is.EqualTo(2));
        Assert.That(await Count(w => w.Price <= ten), Is.EqualTo(5));
        Assert.That(await Count(w => w.Price > ten), Is.EqualTo(1));
        Assert.That(await Count(w => w.Price >= ten), Is.EqualTo(4));
        Assert.That(await Count(w => w.Price.Between(ten, ten)), Is.EqualTo(3));
        Assert.That(await Count(w => w.Price.In(ten, prices[3])), Is.EqualTo(2));
        Assert.That(await Count(w => !(w.Price < ten) && w.Tag == new Tag("CHF")), Is.EqualTo(1));
        Assert.That(await Count(w => w.Price.IsNull()), Is.EqualTo(1));
        Assert.That((await Ware.GetByMaskAsync(Db, new Mask(5)))!.Mask, Is.EqualTo(new Mask(5)));
        Assert.ThrowsAsync<UniqueViolationException>(() => new Ware { Mask = new Mask(5) }.SaveAsync(Db));
        Assert.ThrowsAsync<InvalidValueException>(() => new Ware { Tag = new Tag("\ud800") }.SaveAsync(Db));
    }

    [Test]
    public async Task Columns_of_one_form_compare_with_each_other_and_others_do_not()
    {
        Price[] limits = [new(10, "EUR"), new(10, "USD"), new(11, "EUR"), new(9, "EUR")];
        foreach (Price limit in limits) await new Ware { Price = new Price(10, "EUR"), Limit = limit, Mode = Mode.On, Other = limit.Currency == "EUR" ? Mode.On : Mode.Off }.SaveAsync(Db);
        await new Ware { Price = new Price(10, "EUR") }.SaveAsync(Db);
        async Task<IEnumerable<long>> Find(Func<Ware.Columns, Filter> filter) => (await Ware.Query(Db).Where(filter).ToListAsync()).Select(ware => ware.Id);
        Assert.That(await Find(w => w.Price == w.Limit), Is.EqualTo(new[] { 1 }));
        Assert.That(await Find(w => w.Price < w.Limit), Is.EqualTo(new[] { 3 }));
        Assert.That(await Find(w => w.Price <= w.Limit), Is.EqualTo(new[] { 1, 2, 3 }), "neither of one amount is below the other");
        Assert.That(await Find(w => w.Price > w.Limit), Is.EqualTo(new[] { 4 }));
        Assert.That(await Find(w => w.Mode == w.Other), Is.EqualTo(new[] { 1, 3, 4 }));
        Assert.Throws<QueryException>(() => Ware.Query(Db).Where(w => w.Mode == w.Number));
        Assert.Throws<QueryException>(() => Ware.Query(Db).Where(w => w.Price == w.Foreign));
    }

    [Test]
    public async Task Another_revision_of_the_converter_of_an_indexed_column_is_refused()
    {
        await new Priced { Price = new Price(1, "EUR") }.SaveAsync(Db);
        SchemaException differs = Assert.ThrowsAsync<SchemaException>(() => new PricedNext().SaveAsync(Db))!;
        Assert.That(differs.Message, Does.Contain("stored only:       index Price Ordered (Price Ranked converter 1)").And.Contain("(Price Ranked converter 2)"));
    }

    [Test]
    public async Task Null_over_a_default_is_stored_and_stays()
    {
        Preset defaults = new();
        await defaults.SaveAsync(Db);
        Preset nulls = new();
        (nulls.Byte, nulls.Big, nulls.Single, nulls.Char, nulls.Bytes, nulls.Date, nulls.Span) = (null, null, null, null, null, null, null);
        (nulls.Uri, nulls.Version, nulls.Address, nulls.Point, nulls.Mode) = (null, null, null, null, null);
        await nulls.SaveAsync(Db);
        // What begins with NUL is told from null.
        Preset odd = new() { Char = '\0', Bytes = [0], Byte = 0 };
        await odd.SaveAsync(Db);

        Assert.That((await Preset.GetAsync(Db, defaults.Id))!.ToDictionary(), Is.EqualTo(defaults.ToDictionary()));
        Preset loaded = (await Preset.GetAsync(Db, nulls.Id))!;
        Assert.That(loaded.ToDictionary().Where(pair => pair.Key != "Id").Select(pair => pair.Value), Is.All.Null);
        Assert.That(await loaded.SaveAsync(Db), Is.Zero);
        Preset oddLoaded = (await Preset.GetAsync(Db, odd.Id))!;
        Assert.That((oddLoaded.Char, oddLoaded.Byte), Is.EqualTo(('\0', (byte)0)));
        Assert.That(oddLoaded.Bytes, Is.EqualTo(new byte[] { 0 }));
        oddLoaded.Bytes = [0, 0];
        Assert.That(await oddLoaded.SaveAsync(Db), Is.EqualTo(1));
        Assert.That((await Preset.GetAsync(Db, odd.Id))!.Bytes, Is.EqualTo(new byte[] { 0, 0 }));
        foreach (Func<Preset.Columns, Filter> isNull in new Func<Preset.Columns, Filter>[]
        {
            p => p.Byte.IsNull(), p => p.Big == null, p => p.Single.IsNull(), p => p.Char.IsNull(), p => p.Bytes.IsNull(), p => p.Date.IsNull(),
            p => p.Span.IsNull(), p => p.Uri.IsNull(), p => p.Version == null, p => p.Address.IsNull(), p => p.Mode.IsNull(),
        })
            Assert.That((await Preset.Query(Db).Where(isNull).ToListAsync()).Select(preset => preset.Id), Is.EqualTo(new[] { nulls.Id }));
        Assert.That((await Preset.Query(Db).OrderBy(p => p.Version).ToListAsync())[0].Id, Is.EqualTo(nulls.Id));
        Assert.That((await Preset.Query(Db).Where(p => p.Mode == Mode.On).OrderBy(p => p.Address).ToListAsync()).Select(p => p.Id), Is.EqualTo(new[] { 1L, 3L }));
    }

    [Test]
    public async Task A_default_stands_in_for_a_missing_field_and_is_no_change()
    {
        Raw raw = new() { Long = "8" };
        await raw.SaveAsync(Db);

        Defaulted loaded = (await Defaulted.GetAsync(Db, raw.Id))!;
        Defaulted expected = new() { Long = 8 };
        Assert.That(loaded.ToDictionary().Where(pair => pair.Key != "Id"), Is.EqualTo(expected.ToDictionary().Where(pair => pair.Key != "Id")));
        Assert.That(await loaded.SaveAsync(Db), Is.Zero);
        loaded.Version = new Version(2, 0);
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(1));
        MissingValueException missing = Assert.ThrowsAsync<MissingValueException>(() => Demanding.GetAsync(Db, NewRaw().Result))!;
        Assert.That((missing.Model, missing.Column, missing.Key), Is.EqualTo(("Raw", "Version", "2")));
        Assert.ThrowsAsync<MissingValueException>(() => new Demanding { Version = null! }.SaveAsync(Db));

        async Task<long> NewRaw()
        {
            Raw other = new();
            await other.SaveAsync(Db);
            return other.Id;
        }
    }

    /// <summary>The table in docs/models.md.</summary>
    [Test]
    public async Task Each_type_has_its_stored_text()
    {
        Typed typed = new()
        {
            Byte = 255, SByte = -128, Short = -42, UShort = 42, Int = int.MinValue, UInt = uint.MaxValue, Long = -5, ULong = ulong.MaxValue,
            Int128 = System.Int128.MinValue, UInt128 = System.UInt128.MaxValue, Big = System.Numerics.BigInteger.Pow(10, 30),
            Single = 0.1f, Double = 1e300, Half = (Half)(-1.5), Decimal = 12.50m, Bool = true, Char = 'é',
            DateTime = new DateTime(2026, 11, 21, 9, 7, 13, DateTimeKind.Utc).AddTicks(1234567), Offset = new DateTimeOffset(2026, 11, 21, 9, 7, 13, TimeSpan.FromHours(2)),
            Date = new DateOnly(2026, 11, 21), Time = new TimeOnly(9, 7, 13), Span = TimeSpan.FromSeconds(-90.5), Guid = Guid.Parse("0191d1c8-0000-7000-8000-0123456789ab"),
            Version = new Version(1, 10), Address = System.Net.IPAddress.Parse("fe80::1%3"), Point = new GeoPoint(13.361389, 38.115556), Number = Status.Hidden,
            Mode = Mode.Active, Price = new Price(12.50m, "EUR"), Tag = new Tag("t"),
        };
        await typed.SaveAsync(Db);

        Raw raw = (await TestModels.Raw.GetAsync(Db, typed.Id))!;
        Assert.That(
            new[] { raw.Byte, raw.SByte, raw.Short, raw.UShort, raw.Int, raw.UInt, raw.Long, raw.ULong, raw.Int128, raw.UInt128, raw.Big },
            Is.EqualTo(new[] { "255", "-128", "-42", "42", "-2147483648", "4294967295", "-5", "18446744073709551615", "-170141183460469231731687303715884105728", "340282366920938463463374607431768211455", "1" + new string('0', 30) }));
        Assert.That(new[] { raw.Single, raw.Double, raw.Half, raw.Decimal, raw.Bool, raw.Char }, Is.EqualTo(new[] { "0.1", "1E+300", "-1.5", "12.50", "1", "é" }));
        Assert.That(
            new[] { raw.DateTime, raw.Offset, raw.Date, raw.Time, raw.Span },
            Is.EqualTo(new[] { "2026-11-21T09:07:13.1234567Z", "2026-11-21T07:07:13.0000000Z+02:00", "2026-11-21", "09:07:13.0000000", "-90.5" }));
        Assert.That(
            new[] { raw.Guid, raw.Version, raw.Address, raw.Point, raw.Number },
            Is.EqualTo(new[] { "0191d1c8-0000-7000-8000-0123456789ab", "1.10", "fe80:0:0:0:0:0:0:1%3", "13.361389,38.115556", "-1" }));
        Assert.That(new[] { raw.Mode, raw.Price, raw.Tag }, Is.EqualTo(new[] { "On", "12.5 12.50 EUR", "t" }));
    }

    [TestCase(nameof(Typed.Byte), "256", "-1", "x", "1.0", " 1", "+1", "01", "00", "1 ", "")]
    [TestCase(nameof(Typed.SByte), "128", "-129")]
    [TestCase(nameof(Typed.Short), "32768")]
    [TestCase(nameof(Typed.UShort), "65536", "-1")]
    [TestCase(nameof(Typed.Int), "2147483648")]
    [TestCase(nameof(Typed.UInt), "4294967296", "-1")]
    [TestCase(nameof(Typed.Long), "9223372036854775808")]
    [TestCase(nameof(Typed.ULong), "18446744073709551616", "-1")]
    [TestCase(nameof(Typed.Int128), "170141183460469231731687303715884105728", "-01", "--1", "-")]
    [TestCase(nameof(Typed.UInt128), "-1")]
    [TestCase(nameof(Typed.Big), "0x1", "1e3", "+5", "007")]
    [TestCase(nameof(Typed.Single), "one", "nan", "1e99", " 1", "+1.5", "")]
    [TestCase(nameof(Typed.Double), "1,5", "infinity", "1e999", "+1", "+Infinity")]
    [TestCase(nameof(Typed.Half), "half", "+0.5")]
    [TestCase(nameof(Typed.Decimal), "1e3", "79228162514264337593543950336", "+1.5", ".5", "5.", "01.5", "1,000", "-.5", "- 1")]
    [TestCase(nameof(Typed.Bool), "True", "2", "")]
    [TestCase(nameof(Typed.Char), "ab", "", "😀")]
    [TestCase(nameof(Typed.DateTime), "2026-11-21", "2026-11-21T09:07:13.1234567+01:00", "2026-13-21T09:07:13.1234567")]
    [TestCase(nameof(Typed.Offset), "2026-11-21T09:07:13.1234567", "2026-11-21T09:07:13.1234567Z+15:00", "9999-12-31T23:59:59.9999999Z+01:00")]
    [TestCase(nameof(Typed.Date), "2026-02-30", "21.11.2026", "2026-11-21 ")]
    [TestCase(nameof(Typed.Time), "24:00:00.0000000", "09:07")]
    [TestCase(nameof(Typed.Span), "0.00000001", "00:01:00", "922337203685.4775808", "+90", "090")]
    [TestCase(nameof(Typed.Guid), "0191d1c8", "0191D1C8-0000-7000-8000-0123456789AB", "0191d1c8000070008000 0123456789ab", "{0191d1c8-0000-7000-8000-0123456789ab}")]
    [TestCase(nameof(Typed.Version), "1", "1.-2", "v1.0", "01.0", " 1.0", "+1.0", "1.0 ")]
    [TestCase(nameof(Typed.Address), "256.1.1.1", "host", "1.2.3", "010.1.1.1", "::1", "fe80::1%3", "FE80:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:0001", "0:0:0:0:0:ffff:192.0.2.1")]
    [TestCase(nameof(Typed.Point), "1", "181,0", "0,86", "NaN,0", "a,b", "13, 52", "+13,52", " 13,52", "13.0,52", "13,5.2e1")]
    [TestCase(nameof(Typed.Number), "Active", "2147483648", "+1", "01")]
    [TestCase(nameof(Typed.Mode), "off", "7", "Later", "")]
    [TestCase(nameof(Typed.Price), "12 EUR", "x 12 EUR", "12 12", "+12 12 EUR")]
    [TestCase(nameof(Typed.Tag), "!")]
    [TestCase(nameof(Typed.Mask), "a", "ab")]
    public async Task Text_that_is_no_value_names_the_model_the_key_and_the_column(string column, params string[] texts)
    {
        foreach (string text in texts)
        {
            Raw raw = new();
            raw.Set(column, text);
            await raw.SaveAsync(Db);

            InvalidValueException invalid = Assert.ThrowsAsync<InvalidValueException>(() => Typed.GetAsync(Db, raw.Id), text)!;
            Assert.That((invalid.Model, invalid.Key, invalid.Column), Is.EqualTo(("Raw", $"{raw.Id}", column)));
            Assert.That(invalid.Message, Does.Contain($"The field '{column}' of Raw '").And.Contain("cannot be read"));
            if (text.Length > 4) Assert.That(invalid.Message, Does.Not.Contain(text));
        }
    }
}
