using System.ComponentModel;
using System.Reflection;
using NUnit.Framework;
using Rom.Tests.Generators;
using Rom.Tests.Infrastructure;

namespace Rom.Tests.Api;

/// <summary>Whatever users or generated code can see of the runtime is in PublicApi.verified.txt: a change of it is a change of that file.</summary>
public class PublicApiTests
{
    [Test]
    public void The_public_surface_is_the_accepted_one() =>
        Snapshot.Verify(SourceTree.Path("Rom.Tests", "Api", "PublicApi"), PublicApi.Print(typeof(RomDatabase).Assembly));

    [Test]
    public void Every_public_type_is_in_a_namespace_for_users_or_for_generated_code()
    {
        Assert.That(typeof(RomDatabase).Assembly.GetExportedTypes().Select(type => type.Namespace).Distinct(), Is.SubsetOf(new[] { "Rom", "Rom.CompilerServices" }));
    }

    [Test]
    public void Editors_offer_nothing_of_what_only_generated_code_uses()
    {
        IEnumerable<Type> offered = typeof(RomDatabase).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Rom.CompilerServices" && type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never);

        Assert.That(offered, Is.Empty);
    }

    [Test]
    public void A_member_is_printed_as_it_is_written()
    {
        string text = PublicApi.Print(typeof(Printed<>));

        Assert.That(text, Is.EqualTo("""
            public abstract class Printed<T>
              where T : class, IDisposable
            {
              protected Printed(T? value, string name = "x");
              public const int Most = 5;
              public IReadOnlyList<string?> Names { get; init; }
              public long Number { get; }
              public static bool operator ==(Printed<T>? left, Printed<T>? right);
              public static implicit operator string(Printed<T> value);
              public static bool operator !=(Printed<T>? left, Printed<T>? right);
              [Obsolete(error)] public void Gone();
              public Task<T?> ReadAsync(in Guid key, ref int count, CancellationToken cancellationToken = default);
              public TKey Same<TKey, TAny>(TKey key, TAny any) where TKey : notnull;
              protected abstract void Step<TOther>(Func<TOther, int?> step) where TOther : struct;
              public string Text(params int[] parts);
            }

            """.ReplaceLineEndings("\n")));
    }
}
