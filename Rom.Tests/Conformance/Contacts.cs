using Rom.Tests.TestModels;

namespace Rom.Tests.Conformance;

/// <summary>Contacts with something in every index, or nothing.</summary>
internal static class Contacts
{
    public static Contact Numbered(int i) => i % 10 == 9 ? new Contact() : new Contact
    {
        First = $"Ann{i}", Last = $"Größe{i % 7}", Email = $"Ann{i}+x@host{i % 3}.org", Nick = i % 4 == 0 ? null : $"NICK\0{i}", City = i % 2 == 0 ? "Köln" : "KÖLN",
        Handle = $"Handle{i}", Notes = $"Redis lua {i % 5} {new string('w', i % 20 == 1 ? 600 : 3)}", Motto = "the art of A thing", Home = new GeoPoint((i * 7 % 360) - 179.5, i % 80),
        Labels = [$"L{i % 3}", "l0", null], Numbers = [i, 7, -i], Lines = [$"line {i}", "Line two"], Country = $"C{i % 4}", Number = i, Low = i / 2m, High = i % 3 == 0 ? null : i,
    };
}
