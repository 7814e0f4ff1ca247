using System.Globalization;
using System.Text.RegularExpressions;

namespace Catalog;

/// <summary>What a stanza of a package index says, as a <see cref="Package"/>.</summary>
internal static partial class PackageRecord
{
    public static Package Parse(Stanza stanza) => new()
    {
        Name = stanza.Required("Package"),
        Version = stanza.Required("Version"),
        Section = stanza["Section"],
        Priority = ParsePriority(stanza),
        InstalledSize = ParseInstalledSize(stanza),
        Maintainer = WithoutAddresses(stanza["Maintainer"]),
        Homepage = stanza["Homepage"],
        Description = stanza["Description"],
    };

    private static Priority ParsePriority(Stanza stanza) => stanza["Priority"]?.ToLowerInvariant() switch
    {
        "required" => Priority.Required,
        "important" => Priority.Important,
        "standard" => Priority.Standard,
        // What dpkg takes a package for that does not say.
        "optional" or null => Priority.Optional,
        "extra" => Priority.Extra,
        var other => throw new StanzaException(stanza.LineOf("Priority"), $"\"{other}\" is no priority."),
    };

    private static long? ParseInstalledSize(Stanza stanza)
    {
        if (stanza["Installed-Size"] is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? size
            : throw new StanzaException(stanza.LineOf("Installed-Size"), $"\"{text}\" is no size in kB.");
    }

    /// <summary>The names only: nobody's address is needed here, so none is stored.</summary>
    private static string? WithoutAddresses(string? maintainer)
    {
        if (maintainer is null) return null;
        string names = Address().Replace(maintainer, "").Trim(' ', ',');
        return names.Length == 0 ? null : names;
    }

    [GeneratedRegex(@"\s*<[^<>]*>|\S+@\S+")]
    private static partial Regex Address();
}
