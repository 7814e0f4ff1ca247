using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>A property or field of a nested type that may be stored. Holds symbols, so it never leaves the parser.</summary>
internal sealed class NestedMember
{
    private NestedMember(ISymbol symbol, ITypeSymbol type, bool isSettable, bool isRequired, bool isComputed)
    {
        Symbol = symbol;
        Type = type;
        IsSettable = isSettable;
        IsRequired = isRequired;
        IsComputed = isComputed;
        Attributes = PropertyAttributes.Read(symbol);
    }

    public ISymbol Symbol { get; }

    public ITypeSymbol Type { get; }

    /// <summary>Whether the model's code can set it in an object initializer.</summary>
    public bool IsSettable { get; }

    public bool IsRequired { get; }

    /// <summary>Whether it holds nothing of its own, as far as can be seen.</summary>
    public bool IsComputed { get; }

    public PropertyAttributes Attributes { get; }

    public string Name => Symbol.Name;

    public string StoredName => Attributes.StoredName ?? Name;

    /// <summary>The public members of a type and its bases, those of the bases first; an overriding one takes the place of what it overrides.</summary>
    public static IReadOnlyList<NestedMember> Of(INamedTypeSymbol type, NestedParser parser)
    {
        List<NestedMember> members = [];
        foreach (INamedTypeSymbol one in TypeHierarchy.BaseFirst(type))
        {
            HashSet<ISymbol> backed = CandidateParser.Backed(one);
            foreach (ISymbol symbol in one.GetMembers())
            {
                if (symbol is not { IsStatic: false, DeclaredAccessibility: Accessibility.Public }) continue;
                NestedMember? member = symbol switch
                {
                    IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => new(
                        property, property.Type, IsAccessible(property.SetMethod, parser), property.IsRequired, !backed.Contains(property)),
                    IFieldSymbol { IsImplicitlyDeclared: false } field => new(field, field.Type, !field.IsReadOnly, field.IsRequired, false),
                    _ => null,
                };
                if (member is null) continue;
                int replaced = members.FindIndex(other => other.Name == member.Name);
                if (replaced < 0) members.Add(member);
                else members[replaced] = member;
            }
        }

        members.RemoveAll(member => member.Attributes.NotStored is not null);
        return members;
    }

    private static bool IsAccessible(IMethodSymbol? setter, NestedParser parser) =>
        setter is not null && parser.Compilation.IsSymbolAccessibleWithin(setter, parser.Model);
}
