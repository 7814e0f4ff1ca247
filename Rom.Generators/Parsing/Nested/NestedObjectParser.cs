using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Classes, records and structs inside nested values: their members, and the constructor that takes those which cannot be set.</summary>
internal static class NestedObjectParser
{
    public static NestedTypeSpec? Parse(INamedTypeSymbol type, string codecName, NestedParser parser, string path)
    {
        if (Obstacle(type) is { } obstacle)
        {
            parser.Refuse(obstacle, path, type.Name);
            return null;
        }

        IReadOnlyList<NestedMember> all = NestedMember.Of(type, parser);
        if (!NestedConstructor.TryChoose(type, all, parser, path, out IMethodSymbol? constructor)) return null;
        NestedMember[] members = [.. all.Where(member => member.IsSettable || NestedConstructor.ParameterOf(constructor!, member) is not null)];
        List<NestedMemberSpec> specs = [];
        HashSet<string> stored = new(StringComparer.Ordinal);
        foreach (NestedMember member in members)
        {
            string at = $"{path}.{member.Name}";
            if (!CheckAttributes(member, stored, parser, at) || parser.Parse(member.Type, at) is not { } codec) return null;
            specs.Add(Member(member, codec, NestedConstructor.ParameterOf(constructor!, member)));
        }

        return new NestedTypeSpec
        {
            TypeName = Identifiers.Annotated(type),
            CodecName = codecName,
            IsTuple = false,
            Members = specs.ToEquatableArray(),
            ConstructorMembers = constructor!.Parameters
                .Select(parameter => Array.FindIndex(members, member => NestedConstructor.Sets(parameter, member)))
                .ToEquatableArray(),
        };
    }

    private static DiagnosticDescriptor? Obstacle(INamedTypeSymbol type) => type switch
    {
        _ when AttributeNames.IsModel(type) => DiagnosticDescriptors.NestedModel,
        { TypeKind: TypeKind.Interface } or { IsAbstract: true } => DiagnosticDescriptors.PolymorphicNestedType,
        _ => null,
    };

    private static bool CheckAttributes(NestedMember member, HashSet<string> stored, NestedParser parser, string path)
    {
        if (member.Attributes.AnyButName is { } attribute)
            parser.Refuse(DiagnosticDescriptors.NestedAttribute, path, AttributeNames.Short(attribute));
        else if (!stored.Add(member.StoredName))
            parser.Refuse(DiagnosticDescriptors.SameNestedName, path, member.StoredName);
        else
            return true;
        return false;
    }

    private static NestedMemberSpec Member(NestedMember member, CodecSpec codec, IParameterSymbol? parameter)
    {
        bool mayBeAbsent = codec.Kind is CodecKind.OrNull or CodecKind.Nullable;
        return new NestedMemberSpec
        {
            Identifier = Identifiers.Escape(member.Name),
            StoredName = member.StoredName,
            Codec = codec,
            DefaultValue = parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value }
                ? Identifiers.Constant(value, codec.TypeName)
                : null,
            Absence = parameter is null && !member.IsRequired ? MemberAbsence.Initializer
                : parameter is { HasExplicitDefaultValue: true } || mayBeAbsent || (parameter is not null && codec.IsValueType) ? MemberAbsence.Default
                : MemberAbsence.Refused,
        };
    }
}
