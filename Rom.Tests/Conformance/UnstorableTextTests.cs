using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Half of a surrogate pair is no text: it is refused wherever text can be, before anything is sent, by an error that names the place.</summary>
public sealed class UnstorableTextTests(EngineKind kind) : ConformanceFixture(kind)
{
    private const string Half = "a\ud83d";

    private static readonly (string Column, Action<Textual> Set)[] Values =
    [
        ("Text", t => t.Text = Half), ("Folded", t => t.Folded = Half), ("Words", t => t.Words = Half), ("First", t => t.First = Half), ("Letter", t => t.Letter = '\ud83d'),
        ("Uri", t => t.Uri = Broken), ("Foreign", t => t.Foreign = ForeignRef<Supplier>.To(Half)), ("Tag", t => t.Tag = new Tag(Half)),
        ("Price", t => t.Price = new Price(1, Half)), ("List", t => t.List = ["right", Half]), ("Lines", t => t.Lines = [Half]), ("Uris", t => t.Uris = [Broken]),
        ("ByText", t => t.ByText = new() { [Half] = "" }), ("ByText", t => t.ByText = new() { [""] = Half }), ("ByUri", t => t.ByUri = new() { [Broken] = 'x' }),
        ("ByUri", t => t.ByUri = new() { [new Uri("https://a")] = '\ud83d' }), ("Pair", t => t.Pair = (Half, null)), ("Pair", t => t.Pair = ("", Broken)),
        ("Phone", t => t.Phone = new Phone { Number = Half }),
    ];

    private static readonly Func<Textual.Columns, Filter>[] Filters =
    [
        t => t.Text == Half, t => t.Text > Half, t => t.Text.In("a", Half), t => t.Text.StartsWith(Half), t => t.Text.EndsWith(Half), t => t.Text.Like("*" + Half),
        t => t.Folded == Half, t => t.Words.Contains(Half), t => t.Words.ContainsAny(Half), t => t.Words.StartsWith(Half), t => t.Words.EndsWith(Half), t => t.Words.Like(Half),
        t => t.Letter == '\ud83d', t => t.Uri == Broken, t => t.Foreign == ForeignRef<Supplier>.To(Half), t => t.Tag == new Tag(Half), t => t.Price < new Price(1, Half),
        t => t.List.Contains(Half), t => t.Lines.Contains(Half), t => t.Uris.Contains(Broken), t => t.Echoed == Half, t => t.Said.Contains("😀"), t => t.Code == Half,
    ];

    private static Uri Broken => new("/" + Half, UriKind.Relative);

    protected override ModelMetadata[] VerifiedModels => [Metadata<Textual, string, Textual.Columns>(), Metadata<Place, (string, string, Guid, Plane, bool, DateOnly), Place.Columns>()];

    [Test]
    public async Task In_a_column_or_inside_its_value()
    {
        Textual stored = new() { Code = "k", Text = "t" };
        await stored.SaveAsync(Db);
        foreach ((string column, Action<Textual> set) in Values)
        {
            Textual loaded = (await Textual.GetAsync(Db, "k"))!;
            set(loaded);
            InvalidValueException refused = Assert.ThrowsAsync<InvalidValueException>(() => loaded.SaveAsync(Db), column)!;
            Assert.That((refused.Model, refused.Key, refused.Column), Is.EqualTo(("Textual", "k", column)));
            Assert.That(refused.Message, Does.Contain($"Textual.{column} ").And.Contain("surrogate").And.Not.Contain(Half));
        }

        Assert.That((await Textual.GetAsync(Other, "k"))!.ToDictionary(), Is.EqualTo(stored.ToDictionary()));
    }

    [Test]
    public void In_a_query()
    {
        foreach (Func<Textual.Columns, Filter> filter in Filters)
        {
            InvalidValueException refused = Assert.Throws<InvalidValueException>(() => Textual.Query(Db).Where(filter))!;
            Assert.That((refused.Model, refused.Column), Is.EqualTo(("Textual", refused.Column)));
            Assert.That(refused.Message, Does.Contain($"compares Textual.{refused.Column} with").And.Contain("surrogate").And.Not.Contain(Half));
        }

        foreach (AsyncTestDelegate find in new AsyncTestDelegate[]
        {
            () => Textual.GetByTextAsync(Db, Half), () => Textual.GetByUriAsync(Db, Broken), () => Textual.GetByFirstAndSecondAsync(Db, "", Half),
        })
            Assert.That(Assert.ThrowsAsync<InvalidValueException>(find)!.Model, Is.EqualTo("Textual"));
    }

    [Test]
    public async Task In_a_key()
    {
        Textual stored = new() { Code = "k" };
        await stored.SaveAsync(Db);
        await using RomSession session = Db.OpenSession();
        foreach (AsyncTestDelegate use in new AsyncTestDelegate[]
        {
            () => new Textual { Code = Half }.SaveAsync(Db), () => new Textual { Code = Half }.DeleteAsync(Db), () => new Textual { Code = Half }.RefreshAsync(Db),
            () => Textual.GetAsync(Db, Half), () => Textual.GetAsync(session, Half), () => Textual.GetAsync(Db, ["k", Half]), () => new Textual { Code = Half }.Log.CountAsync(Db),
            () => Textual.PatchAsync(Db, Half, t => t.Text.Set("x")), () => { session.Remove(new Textual { Code = Half }); return Task.CompletedTask; },
            () => Db.SaveAllAsync([new Textual { Code = Half }]), () => Add(session),
        })
        {
            Exception? error = Assert.CatchAsync(use);
            InvalidValueException? refused = error as InvalidValueException ?? (error as BulkException)?.Results[0].Error as InvalidValueException;
            Assert.That((refused?.Model, refused?.Column), Is.EqualTo(("Textual", "Code")), error?.ToString());
            Assert.That(refused!.Message, Does.Contain("surrogate"));
            session.RollBack();
        }

        InvalidValueException part = Assert.ThrowsAsync<InvalidValueException>(() => Place.GetAsync(Db, "", Half, Guid.Empty, Plane.Low, true, default))!;
        Assert.That((part.Model, part.Column), Is.EqualTo(("Place", "Street, Door, Owner, Plane, Rear, Built")));
        Assert.Throws<InvalidValueException>(() => Ref<Page>.To(Half));

        static async Task Add(RomSession session)
        {
            session.Add(new Textual { Code = Half });
            await session.CommitAsync();
        }
    }

    [Test]
    public async Task In_a_native_structure()
    {
        Textual stored = new() { Code = "k" };
        await stored.SaveAsync(Db);
        foreach ((string column, AsyncTestDelegate use) in new (string, AsyncTestDelegate)[]
        {
            ("Log", () => stored.Log.AddAsync(Db, Half)), ("Links", () => stored.Links.AddRangeAsync(Db, [new Uri("https://a"), Broken])),
            ("Letters", () => stored.Letters.SetAsync(Db, "x", '\ud83d')), ("Letters", () => stored.Letters.SetAsync(Db, Half, 'x')),
            ("Letters", () => stored.Letters.GetAsync(Db, Half)), ("Scores", () => stored.Scores.IncrementAsync(Db, Half, 1)),
        })
        {
            InvalidValueException refused = Assert.ThrowsAsync<InvalidValueException>(use)!;
            Assert.That((refused.Model, refused.Key, refused.Column), Is.EqualTo(("Textual", "k", column)));
            Assert.That(refused.Message, Does.StartWith($"{column} of Textual 'k': ").And.Contain("surrogate"));
        }

        if (Kind != EngineKind.Redis) return;
        await Raw.HashSetAsync($"{Prefix}{{Textual}}:native:Letters:k", [new((byte[])[0xFF], "x")]);
        Assert.That(Assert.ThrowsAsync<InvalidValueException>(() => stored.Letters.ToDictionaryAsync(Db))!.Message, Does.StartWith("Letters of Textual 'k': "));
    }

    [Test]
    public async Task Computed_by_a_method_or_a_tokenizer()
    {
        Textual stored = new() { Code = "k", First = "right", Second = "right" };
        await stored.SaveAsync(Db);
        stored.Second = "echo";
        Assert.That(Failure("Echoed").Message, Does.Contain("EchoOf"));
        (stored.Second, stored.First) = ("right", "😀");
        Assert.That(Failure("Said").Message, Does.Contain("BrokenWords"));
        Assert.That((await Textual.GetAsync(Other, "k"))!.First, Is.EqualTo("right"));

        RomException Failure(string index)
        {
            RomException failed = Assert.ThrowsAsync<RomException>(() => stored.SaveAsync(Db))!;
            Assert.That((failed.Model, failed.Key, failed.Column), Is.EqualTo(("Textual", "k", index)));
            return failed;
        }
    }

    [Test]
    public async Task A_converter_that_makes_null_is_named()
    {
        foreach ((Textual textual, string column, string converter) in new[]
        {
            (new Textual { Code = "k", Nothing = DateOnly.MinValue }, "Nothing", "NullText"), (new Textual { Code = "k", NoBytes = TimeOnly.MinValue }, "NoBytes", "NullBytes"),
        })
        {
            InvalidValueException refused = Assert.ThrowsAsync<InvalidValueException>(() => textual.SaveAsync(Db))!;
            Assert.That((refused.Model, refused.Column), Is.EqualTo(("Textual", column)));
            Assert.That(refused.Message, Does.Contain(converter));
        }

        Assert.That(await Textual.Query(Db).CountAsync(), Is.Zero);
    }
}
