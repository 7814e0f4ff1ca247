using System.Globalization;
using System.Text;

namespace Rom.Serialization;

/// <summary>The text of a score as Redis reads and writes it: doubles, with the infinities as <c>inf</c>.</summary>
internal static class ScoreText
{
    public static byte[] Write(double score) => score switch
    {
        double.NaN => throw new ArgumentException("A score cannot be NaN.", nameof(score)),
        0 => "0"u8.ToArray(), // Also -0, whose sign Redis keeps in large sets only.
        double.PositiveInfinity => "inf"u8.ToArray(),
        double.NegativeInfinity => "-inf"u8.ToArray(),
        _ => Encoding.ASCII.GetBytes(score.ToString("R", CultureInfo.InvariantCulture)),
    };

    public static double Read(byte[] text) => Encoding.ASCII.GetString(text) switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
