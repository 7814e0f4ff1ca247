using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>A version as its two to four components: <c>1.10.3</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct VersionFormat : IScalarFormat<Version>
{
    /// <inheritdoc/>
    public static string Expected => "version (two to four numbers with dots between)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, Version value) => value.TryFormat(to, out int written) ? written : throw ScalarText.TooShort();

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out Version value) =>
        Version.TryParse(Encoding.Latin1.GetString(text), out value) && text.SequenceEqual(Encoding.ASCII.GetBytes(value.ToString()));

    /// <inheritdoc/>
    public static int MaxLength(Version value) => 4 * 11;
}

/// <summary>
/// An IP address: <c>192.0.2.1</c>, or eight groups of hexadecimal digits without abbreviation and, when it has one, the scope
/// (<c>fe80:0:0:0:0:0:0:1%3</c>), so that one address has one text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AddressFormat : IScalarFormat<IPAddress>
{
    private const int Groups = 8, MostBytes = 64;

    /// <inheritdoc/>
    public static string Expected => "IP address (192.0.2.1, or eight groups of hexadecimal digits without abbreviation)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, IPAddress value)
    {
        Span<byte> bytes = stackalloc byte[2 * Groups];
        value.TryWriteBytes(bytes, out int count);
        bool isV6 = count == bytes.Length;
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            if (i > 0) to[length++] = isV6 ? (byte)':' : (byte)'.';
            int number = isV6 ? bytes[i] << 8 | bytes[++i] : bytes[i];
            Utf8Formatter.TryFormat(number, to[length..], out int written, isV6 ? 'x' : 'D');
            length += written;
        }

        if (!isV6 || value.ScopeId == 0) return length;
        to[length++] = (byte)'%';
        Utf8Formatter.TryFormat(value.ScopeId, to[length..], out int scope);
        return length + scope;
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, [MaybeNullWhen(false)] out IPAddress value)
    {
        Span<byte> written = stackalloc byte[MostBytes];
        return IPAddress.TryParse(Encoding.Latin1.GetString(text), out value) && text.SequenceEqual(written[..Write(written, value)]);
    }

    /// <inheritdoc/>
    public static int MaxLength(IPAddress value) => MostBytes;
}

/// <summary>A point as longitude and latitude: <c>13.361389,38.115556</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PointFormat : IScalarFormat<GeoPoint>
{
    /// <inheritdoc/>
    public static string Expected => "point (longitude,latitude in degrees, within the limits of Redis)";

    /// <inheritdoc/>
    public static int Write(Span<byte> to, GeoPoint value)
    {
        int length = ScalarText.Write(to, value.Longitude);
        to[length++] = (byte)',';
        return length + ScalarText.Write(to[length..], value.Latitude);
    }

    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<byte> text, out GeoPoint value)
    {
        value = default;
        int comma = text.IndexOf((byte)',');
        if (comma < 0 || !ScalarText.TryRead(text[..comma], out double longitude) || !ScalarText.TryRead(text[(comma + 1)..], out double latitude)
            || !GeoPoint.IsValid(longitude, latitude)) return false;
        value = new GeoPoint(longitude, latitude);
        Span<byte> written = stackalloc byte[2 * ScalarText.MaxLength];
        return text.SequenceEqual(written[..Write(written, value)]);
    }

    /// <inheritdoc/>
    public static int MaxLength(GeoPoint value) => 2 * ScalarText.MaxLength;
}
