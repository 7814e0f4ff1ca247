using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Tests.Infrastructure;
using Rom.Tests.Properties;
using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Keys with parts of every type, over their whole ranges.</summary>
public sealed class KeyPartTests(EngineKind kind) : ConformanceFixture(kind)
{
    protected override ModelMetadata[] VerifiedModels => [Metadata<Cell, (char, TimeOnly, TimeSpan, ulong, Int128, sbyte, Tiny), Cell.Columns>()];

    [Test]
    public async Task Different_parts_are_different_rows_and_come_back()
    {
        Random random = PropertyRun.Random(5500);
        TestContext.Out.WriteLine(PropertyRun.Repeat);
        Dictionary<(char, TimeOnly, TimeSpan, ulong, Int128, sbyte, Tiny), string> rows = [];
        for (int i = 0; i < 80; i++)
        {
            Cell cell = new()
            {
                Letter = random.Next(3) == 0 ? random.One([':', '\\', '\0']) : ScalarValues.Char(random), Time = ScalarValues.TimeOnly(random), Span = ScalarValues.TimeSpan(random),
                Number = ScalarValues.Integer<ulong>(random), Wide = ScalarValues.Int128(random), Small = ScalarValues.Integer<sbyte>(random),
                Tiny = (Tiny)ScalarValues.Integer<sbyte>(random), Text = $"{i}",
            };
            await cell.SaveAsync(Db, SaveMode.Insert);
            rows.Add((cell.Letter, cell.Time, cell.Span, cell.Number, cell.Wide, cell.Small, cell.Tiny), cell.Text);
        }

        foreach (((char, TimeOnly, TimeSpan, ulong, Int128, sbyte, Tiny) key, string text) in rows)
        {
            Cell cell = (await Cell.GetAsync(Other, key))!;
            Assert.That((cell.Letter, cell.Time, cell.Span, cell.Number, cell.Wide, cell.Small, cell.Tiny, cell.Text), Is.EqualTo((key.Item1, key.Item2, key.Item3, key.Item4, key.Item5, key.Item6, key.Item7, text)));
            Assert.That(await cell.SaveAsync(Other), Is.Zero);
            Assert.ThrowsAsync<DuplicateKeyException>(() => cell.Copy().SaveAsync(Db));
        }

        Assert.That((await Cell.GetAsync(Other, rows.Keys)).Select(cell => cell.Text), Is.EqualTo(rows.Values));
        Tiny some = rows.Keys.First().Item7;
        Assert.That(await Cell.Query(Db).Where(c => c.Tiny == some).CountAsync(), Is.EqualTo(rows.Keys.Count(key => key.Item7 == some)));
        foreach ((char, TimeOnly, TimeSpan, ulong, Int128, sbyte, Tiny) key in rows.Keys.Take(40))
            Assert.That(await (await Cell.GetAsync(Db, key))!.DeleteAsync(Db));
        Assert.That(await Cell.Query(Db).CountAsync(), Is.EqualTo(rows.Count - 40));
    }

    [Test]
    public void A_part_that_cannot_be_stored_names_the_model()
    {
        InvalidValueException refused = Assert.ThrowsAsync<InvalidValueException>(() => new Cell { Letter = '\udc00' }.SaveAsync(Db))!;
        Assert.That((refused.Model, refused.Column), Is.EqualTo(("Cell", "Letter, Time, Span, Number, Wide, Small, Tiny")));
    }
}
