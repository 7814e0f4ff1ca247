using System.Reflection;
using NUnit.Framework;
using Rom.Generators.Specs;

namespace Rom.Tests.Generators;

/// <summary>A spec holds strings, numbers, enums and specs, so that it equals another with the same content and keeps nothing alive.</summary>
public sealed class SpecShapeTests
{
    private sealed record Good(string Name, int Number, Rom.Generators.Specs.IndexKind Kind, bool Flag, EquatableArray<string> Names, Good? Inner);

    private sealed record HoldsObject(object Thing);

    private sealed record HoldsArray(string[] Names);

    private sealed record HoldsSymbol(Microsoft.CodeAnalysis.ISymbol Symbol);

    private sealed record HoldsSymbols(EquatableArray<HoldsSymbol> Symbols);

    [Test]
    public void Every_spec_is_made_of_values()
    {
        Type[] specs = [.. typeof(ModelSpec).Assembly.GetTypes().Where(type => type.Namespace == typeof(ModelSpec).Namespace && type.Name.EndsWith("Spec", StringComparison.Ordinal))];
        Assert.That(specs, Has.Length.GreaterThan(5));
        Assert.That(specs.SelectMany(Offences), Is.Empty);
    }

    [Test]
    public void The_check_finds_what_does_not_belong()
    {
        Assert.That(Offences(typeof(Good)), Is.Empty);
        foreach (Type bad in new[] { typeof(HoldsObject), typeof(HoldsArray), typeof(HoldsSymbol), typeof(HoldsSymbols), typeof(List<string>) })
            Assert.That(Offences(bad), Is.Not.Empty, bad.Name);
    }

    [Test]
    public void Specs_of_the_same_source_are_equal_and_of_others_are_not()
    {
        const string Source = "[Rom.RomModel] public partial class User { [Rom.Unique] public string? Name { get; set; } }";
        ModelSpec one = Parse.Model(Source);
        ModelSpec same = Parse.Model("// elsewhere\n\n" + Source);
        ModelSpec other = Parse.Model(Source.Replace("string?", "string", StringComparison.Ordinal));

        Assert.That(same, Is.EqualTo(one));
        Assert.That(same.GetHashCode(), Is.EqualTo(one.GetHashCode()));
        Assert.That(other, Is.Not.EqualTo(one));
    }

    private static IEnumerable<string> Offences(Type spec)
    {
        if (!spec.IsSealed || !spec.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(spec))) yield return $"{spec.Name} is no sealed record";
        foreach (FieldInfo field in spec.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (!IsValue(field.FieldType, spec)) yield return $"{spec.Name} holds a {field.FieldType.Name}";
        }
    }

    private static bool IsValue(Type type, Type self)
    {
        if (type == self || type == typeof(string) || type == typeof(int) || type == typeof(bool)) return true;
        if (type.IsEnum) return type.Assembly == typeof(ModelSpec).Assembly;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)) return IsValue(type.GenericTypeArguments[0], self);
        return type.Name.EndsWith("Spec", StringComparison.Ordinal) && type.Namespace == typeof(ModelSpec).Namespace;
    }
}
