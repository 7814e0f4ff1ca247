using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: attributes of columns inside nested values.</summary>
public sealed class ROM041Tests
{
    [Test]
    public void Reported_on_an_index() => Rule.Reported("ROM041",
        """
        [RomModel] public partial class User { public List<Phone> [|Phones|] { get; set; } = []; }
        public class Phone { [Index] public string? Number { get; set; } }
        """,
        "[Index] on 'User.Phones[].Number' has no effect");

    [Test]
    public void Reported_on_a_unique() => Rule.Reported("ROM041",
        """
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { [Unique] public string? Number { get; set; } }
        """,
        "[Unique] on 'User.Phone.Number'");

    [TestCase("Converter = typeof(Text)")]
    [TestCase("EnumAsName = true")]
    public void Reported_on_what_says_how_a_column_is_stored(string argument) => Rule.Reported("ROM041",
        $$"""
        [RomModel] public partial class User { public Phone? [|Phone|] { get; set; } }
        public class Phone { [Column({{argument}})] public DayOfWeek Day { get; set; } }
        public class Text : IRomConverter<DayOfWeek>
        {
            public static string ToText(DayOfWeek value) => "";
            public static bool TryFromText(string text, out DayOfWeek value) { value = default; return true; }
        }
        """,
        "[Column] on 'User.Phone.Day' has no effect");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public Phone? Phone { get; set; } }
        public class Phone { [Column("n")] public string? Number { get; set; } [NotStored] public int Cache { get; set; } }
        """);
}
