using System.Net;
using System.Numerics;
using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.TestModels.@namespace.Größe;
using Leaf = Rom.Tests.TestModels.@namespace.Größe.Outer.Middle.Inner.IDeepest.Leaf;

namespace Rom.Tests.Conformance;

/// <summary>Models that are odd and legal: keywords and generated names as names, other scripts, deep containers, every form of collection.</summary>
public sealed class OddModelTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels =>
    [
        Metadata<@event, long, @event.Columns>(), Metadata<Contextual, long, Contextual.Columns>(), Metadata<Überschrift, string, Überschrift.Columns>(),
        Metadata<Leaf, long, Leaf.Columns>(), Metadata<Heap, long, Heap.Columns>(), Metadata<Fickle, long, Fickle.Columns>(),
    ];

    [Test]
    public async Task Keywords_are_names_like_any_other()
    {
        @event first = new() { @string = "s", @int = 3, @namespace = "ns", @while = 5, @default = new() { @this = 4, value = "v" }, @params = (1, null) };
        await first.SaveAsync(Db);
        await new @event { @ref = first, @while = -1 }.SaveAsync(Db);
        @event loaded = (await @event.GetByintAsync(Other, 3))!;
        Assert.That((loaded.@long, loaded.@string, loaded.@default!.Value.@this, loaded.@default.Value.value, loaded.@params), Is.EqualTo((1L, "s", 4, "v", ((int, string?)?)(1, null))));
        Assert.That(await @event.Query(Db).Where(e => e.@string == "s" && e.@namespace.StartsWith("n") && e.record == -5 && e.@long < 2 && e.@ref == null).CountAsync(), Is.EqualTo(1));
        Assert.That(await loaded.@base.ToListAsync(Db), Has.Count.EqualTo(1));
        await loaded.@lock.AddAsync(Db, "a");
        await @event.PatchAsync(Db, 1, e => e.@string.Set("t"), e => e.@while.Add(1));
        Assert.That(await @event.Query(Db).OrderByDescending(e => e.@long).Select(e => e.@while, e => e.@string).ToListAsync(), Is.EqualTo(new[] { (-1, null), (6, "t") }));
        Assert.That(loaded.ToDictionary()["string"], Is.EqualTo("s"));
        await (await @event.GetAsync(Db, 1))!.DeleteAsync(Db);
    }

    [Test]
    public async Task Names_that_generated_code_has_a_use_for_are_columns()
    {
        Contextual one = new() { value = 1, field = "f", row = 2, context = "c", key = 3, column = 4, cancellationToken = 5, global = "g", System = "s", Rom = "r", Task = "t", _ = 6, x = 7, state = 8 };
        await one.SaveAsync(Db);
        Assert.That((await Contextual.GetBycontextAsync(Other, "c"))!.ToDictionary(), Is.EquivalentTo(one.ToDictionary()));
        Assert.That((await Contextual.GetBycancellationTokenAsync(Other, 5))!.Id, Is.EqualTo(1));
        Assert.That(await Contextual.Query(Db).Where(c => c.value == 1 && c.field == "f" && c.row == 2 && c.key == 3 && c.column == 4).CountAsync(), Is.EqualTo(1));
        await Contextual.PatchAsync(Db, 1, c => [c.value.Set(2), c.row.Add(1), c.x.Set(1), c._.Add(5), c.state.Set(0)]);
        Assert.That(await Contextual.Query(Db).Where(c => c.value == 2 && c.row == 3).Select(c => c._, c => c.x).SingleOrDefaultAsync(), Is.EqualTo((11, 1)));
    }

    [Test]
    public async Task Names_and_containers_of_every_kind_are_stored_and_found()
    {
        Überschrift text = new() { 名前 = "鍵\0:{}", Größe = "é", テキスト = "Straße ÉCOLE", ñ = "x", Ключ = 5 };
        await text.SaveAsync(Db);
        Assert.That((await Überschrift.GetByñAsync(Other, "x"))!.ToDictionary(), Is.EquivalentTo(text.ToDictionary()));
        Assert.That(await Überschrift.Query(Db).Where(u => u.Größe == "é" && u.テキスト.Contains("école")).CountAsync(), Is.EqualTo(1));
        Leaf leaf = new() { Name = "n", In = new() { A = 1, Again = new() { A = 2 } } };
        await leaf.SaveAsync(Db);
        Assert.That((await Leaf.Query(Other).Where(l => l.Name == "n").ToListAsync()).Single().In!.Again!.A, Is.EqualTo(2));
    }

    [Test]
    public async Task Every_form_of_collection_comes_back_as_it_was_and_a_change_deep_inside_is_noticed()
    {
        Node node = new() { B = "b", C = "c", Kids = [new() { B = "k", Pair = (new() { B = "l" }, 3) }], Map = new() { ["m"] = new() { B = "mm" } } };
        Heap heap = new()
        {
            A = new() { ["a"] = [1, null], [""] = [] }, B = [Shade.Dark], C = [1.50m, decimal.MaxValue], D = new HashSet<long> { long.MinValue },
            E = new Dictionary<Guid, Plain> { [Guid.Empty] = new() { A = 1, B = "b" } }, F = [1, 2], G = [[], [255]], H = new() { [Shade.Light] = new() { [true] = new(1, 2), [false] = null } },
            I = (1, null, (true, (Half)1)), J = new(new(1, -0.5)), K = (1, 2, 3, 4, 5, 6, 7, 8, "9"), L = [("k", node), ("n", null)], M = new() { Value = new(1, 2), List = [null, new(3, 4, 5)], N = 1 },
            N = new(2, new(3, null)), O = new() { A = 7, B = "x" }, P = [null, new(1, 2)], Q = [IPAddress.IPv6Loopback, null], R = [new(1, 2), null], S = [BigInteger.Pow(-3, 201)],
            T = [new(Guid.Empty, null), new(Guid.AllBitsSet, new(1))], U = [new byte[] { 2 }, default], V = [[[UInt128.MaxValue], []], []], W = new HashSet<string> { "q" }, X = [5], Y = ["two words", null],
            Z = [Shade.Dark, Shade.Dark],
        };
        await heap.SaveAsync(Db);
        Heap loaded = (await Heap.GetAsync(Other, 1))!;
        AssertSame(loaded, heap);
        Assert.That((await loaded.SaveAsync(Db), await heap.SaveAsync(Db)), Is.EqualTo((0, 0)), "nothing changed");
        AssertSame((await Heap.Query(Other).Where(h => h.Z.Contains(Shade.Dark) && h.W.Contains("q") && h.X.Contains(5) && h.Y.Contains("two")).ToListAsync()).Single(), heap);
        loaded.L![0].Value!.Kids![0].Map = [];
        loaded.O = default;
        loaded.H![Shade.Light][true] = null;
        loaded.F = default;
        loaded.Z.Clear();
        loaded.J = default;
        Assert.That(await loaded.SaveAsync(Db), Is.EqualTo(6));
        AssertSame((await Heap.GetAsync(Other, 1))!, loaded);
        await new Heap().SaveAsync(Db);
        AssertSame((await Heap.GetAsync(Other, 2))!, new Heap());
    }

    [Test]
    public async Task What_a_converter_throws_comes_out_as_it_is_and_nothing_is_written()
    {
        Fickle stored = new() { Number = 12 };
        await stored.SaveAsync(Db);
        stored.Number = 13;
        foreach (AsyncTestDelegate call in new AsyncTestDelegate[]
        {
            () => stored.SaveAsync(Db), () => new Fickle { Number = 13 }.SaveAsync(Db), () => Fickle.PatchAsync(Db, 1, f => f.Number.Set(13)), () => Fickle.Query(Db).Where(f => f.Number == 13).CountAsync(),
        })
        {
            Assert.That(Assert.ThrowsAsync<NotSupportedException>(call)!.Message, Is.EqualTo("unlucky"));
        }

        Assert.That((await Fickle.Query(Other).ToListAsync()).Select(f => f.Number), Is.EqualTo(new[] { 12 }));
        stored.Number = 14;
        Assert.That(await stored.SaveAsync(Db), Is.EqualTo(1));
    }

    private static void AssertSame(Heap actual, Heap expected)
    {
        foreach ((string column, object? value) in expected.ToDictionary().Where(pair => pair.Key != nameof(Heap.Id)))
            Assert.That(Shown(actual.ToDictionary()[column]), Is.EqualTo(Shown(value)), column);
    }

    /// <summary>A value with everything in it, members of its own too.</summary>
    private static string Shown(object? value) => value switch
    {
        null => "null",
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        System.Collections.Immutable.ImmutableArray<int> { IsDefault: true } => "default",
        Node or Box<Spot?> or Rec or Plain => $"{value.GetType().Name} {string.Join(", ", Members(value).Select(Shown))}",
        System.Runtime.CompilerServices.ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Shown(tuple[i])))})",
        System.Collections.IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object?>().Select(Shown))}]",
        KeyValuePair<string, Node> pair => $"{pair.Key}: {Shown(pair.Value)}",
        KeyValuePair<Guid, Rec?> pair => $"{pair.Key}: {Shown(pair.Value)}",
        KeyValuePair<Guid, Plain> pair => $"{pair.Key}: {Shown(pair.Value)}",
        KeyValuePair<string, List<int?>> pair => $"{pair.Key}: {Shown(pair.Value)}",
        KeyValuePair<Shade, Dictionary<bool, Spot?>> pair => $"{pair.Key}: {Shown(pair.Value)}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static IEnumerable<object?> Members(object value) => value.GetType().GetProperties().Where(property => property.CanWrite).Select(property => property.GetValue(value))
        .Concat(value.GetType().GetFields().Select(field => field.GetValue(value)));
}
