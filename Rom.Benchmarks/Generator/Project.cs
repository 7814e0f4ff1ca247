using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Rom.Benchmarks.Generator;

/// <summary>A consumer's project: as many models as wanted, and beside each a file that has none.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(RomDatabase).Assembly.Location).Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree[] _trees;
    private readonly (SyntaxTree Old, SyntaxTree New) _column, _method, _otherFile;

    public Project(int models)
    {
        _trees = [.. Enumerable.Range(0, models).Select(number => Parse(Model(number, ""), "Model", number)), .. Enumerable.Range(0, models).Select(number => Parse(Other(number, ""), "Other", number))];
        _column = (_trees[models / 2], Parse(Model(models / 2, "public int Added { get; set; }"), "Model", models / 2));
        _method = (_trees[models / 2], Parse(Model(models / 2, "public int Twice(int number) => 2 * number;"), "Model", models / 2));
        _otherFile = (_trees[models], Parse(Other(0, "public int Added { get; set; }"), "Other", 0));
    }

    /// <summary>A new compilation each time, in which nothing is bound yet.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Consumer", _trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public CSharpCompilation WithColumn() => Edited(_column);

    public CSharpCompilation WithMethod() => Edited(_method);

    public CSharpCompilation WithOtherFile() => Edited(_otherFile);

    private CSharpCompilation Edited((SyntaxTree Old, SyntaxTree New) edit) => Compile().ReplaceSyntaxTree(edit.Old, edit.New);

    private static SyntaxTree Parse(string text, string name, int number) =>
        CSharpSyntaxTree.ParseText(text, Options, string.Create(CultureInfo.InvariantCulture, $"{name}{number}.cs"));

    private static string Model(int number, string member) => $$"""
        using System;
        using Rom;
        namespace Shop;

        public enum Status{{number}} { Open, Closed }

        [RomModel]
        [Index(nameof(Status), nameof(Balance))]
        public partial class Account{{number}}
        {
            [PrimaryKey] public long Id { get; private set; }
            [Unique] public required string Email { get; set; }
            [Index(IndexKind.Ordered)] public string Name { get; set; } = "";
            [Index] public decimal Balance { get; set; }
            [Index] public Status{{number}} Status { get; set; }
            [Index(IndexKind.FullText, Prefix = true)] public string? About { get; set; }
            [Index] public DateTimeOffset? Seen { get; set; }
            public int Visits { get; set; }
            {{member}}
        }
        """;

    private static string Other(int number, string member) => $$"""
        using System;
        namespace Shop;

        [Serializable]
        public class Service{{number}}
        {
            public long AccountId { get; set; }
            public string Describe() => $"Service of {AccountId}";
            {{member}}
        }
        """;
}
