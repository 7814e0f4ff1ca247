using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Value tuples: arrays, so that the names of their elements mean nothing.</summary>
internal static class NestedTupleParser
{
    public static NestedTypeSpec? Parse(INamedTypeSymbol type, string codecName, NestedParser parser, string path)
    {
        List<NestedMemberSpec> members = [];
        foreach (IFieldSymbol element in type.TupleElements)
        {
            if (parser.Parse(element.Type, $"{path}.{element.Name}") is not { } codec) return null;
            string name = $"Item{members.Count + 1}";
            members.Add(new NestedMemberSpec { Identifier = name, StoredName = name, Codec = codec, Absence = MemberAbsence.Refused });
        }

        return new NestedTypeSpec
        {
            TypeName = members.Count == 1
                ? $"global::System.ValueTuple<{members[0].Codec.TypeName}>"
                : $"({string.Join(", ", members.Select(member => member.Codec.TypeName))})",
            CodecName = codecName,
            IsTuple = true,
            Members = members.ToEquatableArray(),
            ConstructorMembers = Enumerable.Range(0, members.Count).ToEquatableArray(),
        };
    }
}
