using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>Nested values: members of types without a stored form.</summary>
public sealed class ROM035Tests
{
    [Test]
    public void Reported_with_the_path_to_the_member() => Rule.Reported("ROM035",
        """
        [RomModel] public partial class User { public List<Phone> [|Phones|] { get; set; } = []; }
        public class Phone { public Owner? Owner { get; set; } }
        public class Owner { public Action? Handle { get; set; } }
        """,
        "'User.Phones[].Owner.Handle' is of type 'Action?'");

    [Test]
    public void Reported_inside_a_dictionary_and_a_tuple() => Rule.Reported("ROM035",
        """
        [RomModel] public partial class User { public Dictionary<string, (int A, object B)> [|Map|] { get; set; } = []; }
        """,
        "'User.Map[].B' is of type 'object'");

    [Test]
    public void Reported_on_an_array_of_several_dimensions() => Rule.Reported("ROM035",
        """
        [RomModel] public partial class User { public List<int[,]> [|Grids|] { get; set; } = []; }
        """,
        "'User.Grids[]' is of type");

    [Test]
    public void Reported_on_a_collection_of_the_user() => Rule.Reported("ROM035",
        """
        [RomModel] public partial class User { public List<Tags> [|All|] { get; set; } = []; }
        public class Tags : List<string>;
        """,
        "'User.All[]' is of type 'Tags'");

    [Test]
    public void Not_reported_on_what_can_be_stored() => Rule.NotReported(
        """
        [RomModel] public partial class User { public List<Phone> Phones { get; set; } = []; }
        public class Phone { public Owner? Owner { get; set; } }
        public class Owner { [NotStored] public Action? Handle { get; set; } public Dictionary<int, (int A, List<string?[]>? B)>? Map { get; set; } }
        """);
}
