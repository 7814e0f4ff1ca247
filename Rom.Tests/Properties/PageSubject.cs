using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Page, Rom.Tests.TestModels.Page.Columns>;
using PageCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Page, Rom.Tests.TestModels.Page.Columns>;
using PageOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Page, Rom.Tests.TestModels.Page.Columns>;
using PageReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Page, string, Rom.Tests.TestModels.Page.Columns>;
using PageReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Page, string, Rom.Tests.TestModels.Page.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Pages: keys of any text, the empty one too, with every byte that means something in an index, a name or a pattern.</summary>
internal sealed class PageSubject : Subject<Page, string, Page.Columns>
{
    private static readonly PageOrder[] AllOrders =
        [PageOrder.Of("Title", c => c.Title, p => p.Title, TextOrder.Instance!), PageOrder.Of("Views", c => c.Views, p => p.Views)];

    public override ConditionSource<Page, Page.Columns> Conditions { get; } = new([Slugs, Slugs, Titles, Views, Views, Aliases, Texts]);

    public override IReadOnlyList<PageReading> Readings { get; } =
    [
        PageReadings.Of("Select(c => c.Slug, c => c.Views)", q => q.Select(c => c.Slug, c => c.Views).ToListAsync(), rows => rows.Select(p => (p.Slug, p.Views))),
        PageReadings.Of("Select(c => c.Views).Distinct()", q => q.Select(c => c.Views).Distinct().ToListAsync(), rows => rows.Select(p => p.Views).Distinct()),
        PageReadings.Of("SumAsync(c => c.Views)", q => q.SumAsync(c => c.Views), rows => rows.Sum(p => p.Views)),
        PageReadings.Of("MinAsync(c => c.Title)", q => q.MinAsync(c => c.Title), rows => rows.Select(p => p.Title).OfType<string>().Min(TextOrder.Instance), isWindowed: false),
    ];

    protected override int Share => 8;

    public override IReadOnlyList<PageOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Page> Rows(Random random) => new PageRows(random);

    private static PageCondition[] Slugs(Random random)
    {
        string v = random.One(KeyValues.Texts);
        string[] some = [.. random.Few(KeyValues.Texts), .. random.Few(KeyValues.Texts)], many = random.Many(KeyValues.Texts, at => $"{at}");
        return
        [
            Leaf(v, c => c.Slug == v, p => p.Slug == v),
            Leaf(v, c => c.Slug != v, p => p.Slug != v),
            Leaf(some, c => c.Slug.In(some), p => some.Contains(p.Slug)),
            Leaf(many, c => c.Slug.In(many), p => many.Contains(p.Slug)),
            Leaf(null, c => c.Slug == c.Title, p => p.Slug == p.Title),
            Leaf(null, c => c.Slug < c.Title, p => TextOrder.Holds(p.Slug, p.Title, order => order < 0)),
            Leaf(null, c => c.Slug >= c.Title, p => TextOrder.Holds(p.Slug, p.Title, order => order >= 0)),
        ];
    }

    private static PageCondition[] Titles(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string prefix = random.One(PersonValues.Prefixes);
        return
        [
            Leaf(v, c => c.Title == v, p => p.Title == v),
            Leaf(v, c => c.Title < v, p => TextOrder.Holds(p.Title, v, order => order < 0)),
            Leaf(v, c => c.Title >= v, p => TextOrder.Holds(p.Title, v, order => order >= 0)),
            Leaf(prefix, c => c.Title.StartsWith(prefix), p => p.Title?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(null, c => c.Title.IsNull(), p => p.Title is null),
        ];
    }

    private static PageCondition[] Views(Random random)
    {
        int v = random.Next(4), low = random.Next(4), high = random.Next(4);
        return
        [
            Leaf(v, c => c.Views == v, p => p.Views == v),
            Leaf(v, c => c.Views != v, p => p.Views != v),
            Leaf(v, c => c.Views > v, p => p.Views > v),
            Leaf(v, c => c.Views <= v, p => p.Views <= v),
            Leaf((low, high), c => c.Views.Between(low, high), p => p.Views >= low && p.Views <= high),
        ];
    }

    private static PageCondition[] Aliases(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string?[] some = random.Few(PersonValues.Texts);
        return [Leaf(v, c => c.Alias == v, p => p.Alias == v), Leaf(v, c => c.Alias != v, p => p.Alias != v), Leaf(some, c => c.Alias.In(some), p => some.Contains(p.Alias))];
    }

    private static PageCondition[] Texts(Random random)
    {
        string words = random.One(PersonValues.Words), prefix = random.One(PersonValues.WordPrefixes);
        return
        [
            Leaf(words, c => c.Text.Contains(words), p => WordModel.HasAll(p.Text, words)),
            Leaf(words, c => c.Text.ContainsAny(words), p => WordModel.HasAny(p.Text, words)),
            Leaf(prefix, c => c.Text.StartsWith(prefix), p => WordModel.HasPrefix(p.Text, prefix)),
            Leaf(null, c => c.Text.IsNotNull(), p => p.Text is not null),
        ];
    }

    private sealed class PageRows : RowSource<Page>
    {
        /// <summary>Few views, so that nearly every row ties with others.</summary>
        private static readonly Action<Page, Random>[] All =
            [(p, r) => p.Title = r.One(PersonValues.Texts), (p, r) => p.Views = r.Next(4), (p, r) => p.Text = r.One(PersonValues.WordTexts)];

        private readonly Queue<string> _keys, _aliases;
        private int _made;

        public PageRows(Random random)
            : base(random) => (_keys, _aliases) = (Shuffled(KeyValues.Texts), Shuffled(PersonValues.Texts.OfType<string>()));

        protected override Action<Page, Random>[] Changes => All;

        protected override Page Create() => new() { Slug = _keys.TryDequeue(out string? key) ? key : $"{Random.One(KeyValues.Texts)}/{++_made}", Alias = NextAlias() };

        protected override void ChangeUniques(Page row) => row.Alias = NextAlias();

        private string? NextAlias() => Random.Next(2) == 0 && _aliases.TryDequeue(out string? alias) ? alias : null;
    }
}
