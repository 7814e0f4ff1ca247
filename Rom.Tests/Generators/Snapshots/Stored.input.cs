using System;
using Rom;

namespace App;

public enum Mode
{
    Off,
    On,
    Active = On,
}

public readonly record struct Celsius(decimal Degrees);

public sealed class CelsiusText : IOrderedRomConverter<Celsius>
{
    public static int Revision => 2;

    public static string ToText(Celsius value) => value.Degrees.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static bool TryFromText(string text, out Celsius value)
    {
        bool read = decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal degrees);
        value = new Celsius(degrees);
        return read;
    }

    public static decimal ToOrder(Celsius value) => value.Degrees;
}

[RomModel]
public partial class Sensor
{
    [Index, Column(EnumAsName = true)] public Mode Mode { get; set; }

    [Index, Column("t", Converter = typeof(CelsiusText))] public Celsius? Outside { get; set; }

    public byte[] Key { get; set; } = [];

    public Uri? Home { get; set; }

    [Index] public Int128 Count { get; set; }
}
