using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Rom.Tests.Generators;

/// <summary>Finds what would keep a whole compilation alive, and never equal, in what a step of the pipeline hands on.</summary>
internal static class CompilerObjects
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(Compilation), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(SemanticModel), typeof(AttributeData)];

    /// <summary>The types of forbidden objects that can be reached from some others by fields and elements.</summary>
    public static IReadOnlyList<string> In(IEnumerable<object> roots)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        List<string> found = [];
        Stack<object> open = new(roots);
        while (open.TryPop(out object? one))
        {
            if (one is string || one.GetType().IsPrimitive || one.GetType().IsEnum || !seen.Add(one)) continue;
            if (Forbidden.Any(type => type.IsInstanceOfType(one))) found.Add(one.GetType().Name);
            else foreach (object? part in Parts(one)) if (part is not null) open.Push(part);
        }

        return found;
    }

    private static IEnumerable<object?> Parts(object one)
    {
        if (one is IEnumerable items) return items.Cast<object?>();
        if (one is ITuple tuple) return Enumerable.Range(0, tuple.Length).Select(i => tuple[i]);
        return Fields(one.GetType()).Select(field => field.GetValue(one));
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}
