using Rom.Tests.TestModels;
using static Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Device, Rom.Tests.TestModels.Device.Columns>;
using DeviceCondition = Rom.Tests.Properties.Condition<Rom.Tests.TestModels.Device, Rom.Tests.TestModels.Device.Columns>;
using DeviceOrder = Rom.Tests.Properties.ColumnOrder<Rom.Tests.TestModels.Device, Rom.Tests.TestModels.Device.Columns>;
using DeviceReading = Rom.Tests.Properties.Reading<Rom.Tests.TestModels.Device, System.Guid, Rom.Tests.TestModels.Device.Columns>;
using DeviceReadings = Rom.Tests.Properties.Readings<Rom.Tests.TestModels.Device, System.Guid, Rom.Tests.TestModels.Device.Columns>;

namespace Rom.Tests.Properties;

/// <summary>Devices: Guid keys, which are 16 bytes in every index.</summary>
internal sealed class DeviceSubject : Subject<Device, Guid, Device.Columns>
{
    private static readonly DeviceOrder[] AllOrders = [DeviceOrder.Of("Name", c => c.Name, d => d.Name, TextOrder.Instance!)];

    /// <summary>Keys, bytes that are NUL or all ones in every place among them.</summary>
    private static readonly Guid[] Keys =
    [
        Guid.AllBitsSet, Guid.Parse("00000000-0000-0000-0000-000000000001"), Guid.Parse("01000000-0000-0000-0000-000000000000"), Guid.Parse("00ff00ff-ff00-0001-0100-00ffff00ff00"),
        .. Enumerable.Range(1, 60).Select(i => Guid.Parse($"0191d1c8-0000-7000-8000-{i * 7919 % 251:x2}0123456789")),
    ];

    public override ConditionSource<Device, Device.Columns> Conditions { get; } = new([Names, Names, Rooms, Serials, KeyLeaves]);

    public override IReadOnlyList<DeviceReading> Readings { get; } =
    [
        DeviceReadings.Of("Select(c => c.Id, c => c.Room)", q => q.Select(c => c.Id, c => c.Room).ToListAsync(), rows => rows.Select(d => (d.Id, d.Room))),
        DeviceReadings.Of("MaxAsync(c => c.Name)", q => q.MaxAsync(c => c.Name), rows => rows.Select(d => d.Name).Max(TextOrder.Instance!), isWindowed: false),
    ];

    protected override int Share => 5;

    public override IReadOnlyList<DeviceOrder> Orders(Random random) => AllOrders;

    protected override RowSource<Device> Rows(Random random) => new DeviceRows(random);

    private static DeviceCondition[] Names(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string prefix = random.One(PersonValues.Prefixes);
        return
        [
            Leaf(v, c => c.Name == v, d => d.Name == v),
            Leaf(v, c => c.Name <= v, d => TextOrder.Holds(d.Name, v, order => order <= 0)),
            Leaf(v, c => c.Name > v, d => TextOrder.Holds(d.Name, v, order => order > 0)),
            Leaf(prefix, c => c.Name.StartsWith(prefix), d => d.Name?.StartsWith(prefix, StringComparison.Ordinal) == true),
            Leaf(null, c => c.Name.IsNotNull(), d => d.Name is not null),
            Leaf(null, c => c.Name < c.Room, d => TextOrder.Holds(d.Name, d.Room, order => order < 0)),
        ];
    }

    private static DeviceCondition[] Rooms(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string?[] some = random.Few(PersonValues.Texts);
        return
        [
            Leaf(v, c => c.Room == v, d => d.Room == v),
            Leaf(v, c => c.Room != v, d => d.Room != v),
            Leaf(some, c => c.Room.In(some), d => some.Contains(d.Room)),
        ];
    }

    private static DeviceCondition[] Serials(Random random)
    {
        string? v = random.One(PersonValues.Texts);
        string?[] some = random.Few(PersonValues.Texts);
        return [Leaf(v, c => c.Serial == v, d => d.Serial == v), Leaf(v, c => c.Serial != v, d => d.Serial != v), Leaf(some, c => c.Serial.In(some), d => some.Contains(d.Serial))];
    }

    private static DeviceCondition[] KeyLeaves(Random random)
    {
        Guid v = random.One(Keys);
        Guid[] some = [.. random.Few(Keys), .. random.Few(Keys)];
        return [Leaf(v, c => c.Id == v, d => d.Id == v), Leaf(v, c => c.Id != v, d => d.Id != v), Leaf(some, c => c.Id.In(some), d => some.Contains(d.Id))];
    }

    private sealed class DeviceRows : RowSource<Device>
    {
        private static readonly Action<Device, Random>[] All = [(d, r) => d.Name = r.One(PersonValues.Texts), (d, r) => d.Room = r.One(PersonValues.Texts)];

        private readonly Queue<Guid> _keys;
        private readonly Queue<string> _serials;

        public DeviceRows(Random random)
            : base(random) => (_keys, _serials) = (Shuffled(Keys), Shuffled(PersonValues.Texts.OfType<string>()));

        protected override Action<Device, Random>[] Changes => All;

        protected override Device Create() => new() { Id = NextKey(), Serial = NextSerial() };

        protected override void ChangeUniques(Device row) => row.Serial = NextSerial();

        private Guid NextKey()
        {
            if (_keys.TryDequeue(out Guid key)) return key;
            byte[] bytes = new byte[16];
            Random.NextBytes(bytes);
            return new Guid(bytes);
        }

        private string? NextSerial() => Random.Next(2) == 0 && _serials.TryDequeue(out string? serial) ? serial : null;
    }
}
