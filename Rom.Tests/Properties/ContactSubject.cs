using Rom.Tests.TestModels;
using ContactOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Contact, Rom.Tests.TestModels.Contact.Columns>;
using ContactReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Contact, long, Rom.Tests.TestModels.Contact.Columns>;
using ContactReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Contact, long, Rom.Tests.TestModels.Contact.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Contacts: every flag of indexes, computed ones of every form, elements, points.</summary>
internal sealed class ContactSubject : Subject<Contact, long, Contact.Columns>
{
    private static readonly GeoPoint Center = new(13.4, 52.5);

    private static readonly ContactOrder[] Ordered =
    [
        ContactOrder.Of("Email", c => c.Email, p => p.Email, TextOrder.Instance!),
        ContactOrder.Of("Nick", c => c.Nick, p => FoldModel.Fold(p.Nick), TextOrder.Instance!),
        ContactOrder.Of("FullName", c => c.FullName, ContactTextLeaves.FoldedName, TextOrder.Instance!),
        ContactOrder.Of("Spread", c => c.Spread, p => p.High - p.Low),
    ];

    public override ConditionSource<Contact, Contact.Columns> Conditions { get; } = new(
        [
            ContactTextLeaves.Nick, ContactTextLeaves.FullName, ContactTextLeaves.Email, ContactTextLeaves.Domain, ContactTextLeaves.Uniques, ContactTextLeaves.City,
            ContactTextLeaves.Columns, ContactWordLeaves.Notes, ContactWordLeaves.Notes, ContactWordLeaves.Motto, ContactWordLeaves.Lines, ContactWordLeaves.Anything,
            ContactWordLeaves.Labels, ContactWordLeaves.Numbers, ContactWordLeaves.Initials, ContactPlaceLeaves.Home, ContactPlaceLeaves.Home, ContactPlaceLeaves.Rounded,
            ContactPlaceLeaves.Spread,
        ]);

    public override IReadOnlyList<ContactReading> Readings { get; } =
    [
        ContactReadings.Of(
            "Select(c => c.Id, c => c.Home.DistanceTo(center, GeoUnit.Miles))", q => q.Select(c => c.Id, c => c.Home.DistanceTo(Center, GeoUnit.Miles)).ToListAsync(),
            rows => rows.Select(c => (c.Id, c.Home is { } home ? Center.DistanceTo(home, GeoUnit.Miles) : (double?)null))),
        ContactReadings.Of("Select(c => c.Labels)", q => q.Select(c => c.Labels).ToListAsync(), rows => rows.Select(c => c.Labels)),
        ContactReadings.Of(
            "Select(c => c.Nick, c => c.Lines, c => c.Home)", q => q.Select(c => c.Nick, c => c.Lines, c => c.Home).ToListAsync(),
            rows => rows.Select(c => (c.Nick, c.Lines, c.Home))),
        ContactReadings.Of("Select(c => c.City).Distinct()", q => q.Select(c => c.City).Distinct().ToListAsync(), rows => rows.Select(c => c.City).Distinct()),
        ContactReadings.Of("SumAsync(c => c.Low)", q => q.SumAsync(c => c.Low), rows => rows.Sum(c => c.Low)),
        ContactReadings.Of("SumAsync(c => c.High)", q => q.SumAsync(c => c.High), rows => (int)ExactSum.Of(rows.Select(c => c.High ?? 0L))),
        ContactReadings.Of("AverageAsync(c => c.Number)", q => q.AverageAsync(c => c.Number), rows => ExactSum.Average(rows.Select(c => c.Number))),
        ContactReadings.Of("MinAsync(c => c.Email)", q => q.MinAsync(c => c.Email), rows => rows.Select(c => c.Email).OfType<string>().Min(TextOrder.Instance), isWindowed: false),
        ContactReadings.Of(
            "MaxAsync(c => c.Nick), folded", async q => FoldModel.Fold(await q.MaxAsync(c => c.Nick)), rows => rows.Select(c => FoldModel.Fold(c.Nick)).Max(TextOrder.Instance!),
            isWindowed: false),
    ];

    protected override int Share => 26;

    public override IReadOnlyList<ContactOrder> Orders(Random random)
    {
        GeoPoint center = random.Center();
        ContactOrder distance = ContactOrder.Of("Home", c => c.Home.DistanceTo(center), c => c.Home is { } home ? center.DistanceTo(home) : (double?)null);
        return [.. Ordered, distance with { Text = $"c.Home.DistanceTo({center})" }];
    }

    protected override RowSource<Contact> Rows(Random random) => new ContactRows(random);
}
