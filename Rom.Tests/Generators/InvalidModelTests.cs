using System.Reflection;
using Microsoft.CodeAnalysis.Emit;
using NUnit.Framework;

namespace Rom.Tests.Generators;

/// <summary>A model that is not valid still binds wherever it is used, so that Rom's error stands alone; run all the same, it throws.</summary>
public sealed class InvalidModelTests
{
    private const string Broken = """
        using System;
        using System.Collections.Generic;
        using Rom;
        [RomModel] public partial class Broken
        {
            [PrimaryKey] public long Id { get; private set; }
            [Unique] public bool Flag { get; set; }
            [Index(IndexKind.FullText)] public int Size { get; set; }
            public List<string> Tags { get; set; } = [];
            public int Copy { get; set; }
        }
        """;

    private const string Use = """
        using System.Threading.Tasks;
        using Rom;
        public static class Use
        {
            public static async Task All(RomContext db)
            {
                Broken one = (await Broken.GetAsync(db, 5))!;
                await one.SaveAsync(db);
                await Broken.GetByFlagAsync(db, true);
                _ = Broken.Query(db).Where(b => b.Size > 5 && b.Flag == true && b.Size == 3).OrderBy(b => b.Size);
                one.Tags.Clear();
                one.Copy = 5;
            }
        }
        """;

    [Test]
    public void Its_uses_bind() => Assert.That(GeneratorHarness.Run(Broken, Use).Complaints, Is.Empty);

    [Test]
    public void Its_metadata_throws()
    {
        using MemoryStream image = new();
        EmitResult emitted = GeneratorHarness.Run(Broken).Output.Emit(image);
        Assert.That(emitted.Success, string.Join("\n", emitted.Diagnostics));
        Type type = Assembly.Load(image.ToArray()).GetType("Broken")!;
        MethodInfo metadata = type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(method => method.Name.EndsWith(".get_Metadata", StringComparison.Ordinal));

        Exception? thrown = Assert.Throws<TargetInvocationException>(() => metadata.Invoke(null, null))?.InnerException;

        Assert.That(thrown, Is.TypeOf<InvalidOperationException>().With.Message.EqualTo("Broken is no valid model; the compiler's ROM errors say why."));
    }
}
