using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Rom.Tests.Packages;

/// <summary>What an assembly asks of StackExchange.Redis, and what a version of that offers, read from metadata and never loaded.</summary>
internal static class ClientSurface
{
    private const string Client = "StackExchange.Redis";

    /// <summary>Each type and member of the client that an assembly refers to.</summary>
    public static IReadOnlySet<string> ReferredTo(Stream assembly)
    {
        using PEReader file = new(assembly);
        MetadataReader reader = file.GetMetadataReader();
        HashSet<string> found = [];
        foreach (TypeReferenceHandle handle in reader.TypeReferences.Where(handle => IsOfClient(reader, handle))) found.Add(SignatureText.Type(reader, handle));
        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference || !IsOfClient(reader, (TypeReferenceHandle)member.Parent)) continue;
            string type = SignatureText.Type(reader, (TypeReferenceHandle)member.Parent);
            string name = reader.GetString(member.Name);
            found.Add(member.GetKind() == MemberReferenceKind.Method
                ? SignatureText.Member(type, name, member.DecodeMethodSignature(SignatureText.Instance, null))
                : SignatureText.Field(type, name, member.DecodeFieldSignature(SignatureText.Instance, null)));
        }

        return found;
    }

    /// <summary>Each type and member that others can use of a version of the client.</summary>
    public static IReadOnlySet<string> Offered(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        HashSet<string> found = [];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic)) continue;
            string typeName = SignatureText.Type(reader, handle);
            found.Add(typeName);
            found.UnionWith(type.GetMethods().Select(reader.GetMethodDefinition)
                .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public)
                .Select(method => SignatureText.Member(typeName, reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, null))));
            found.UnionWith(type.GetFields().Select(reader.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                .Select(field => SignatureText.Field(typeName, reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, null))));
        }

        return found;
    }

    /// <summary>The string literals of an assembly, among which are the names of the commands that it sends by name.</summary>
    public static IReadOnlySet<string> Literals(Stream assembly)
    {
        using PEReader file = new(assembly);
        MetadataReader reader = file.GetMetadataReader();
        HashSet<string> found = [];
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle)) found.Add(reader.GetUserString(handle));
        return found;
    }

    /// <summary>The values of an enum, which a compiler copies: a name may go, but none may change its value.</summary>
    public static IReadOnlyDictionary<string, int> Values(string path, string type)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        return reader.TypeDefinitions.Where(handle => SignatureText.Type(reader, handle) == type)
            .SelectMany(handle => reader.GetTypeDefinition(handle).GetFields())
            .Select(reader.GetFieldDefinition)
            .Where(field => field.Attributes.HasFlag(FieldAttributes.Literal))
            .ToDictionary(field => reader.GetString(field.Name), field => reader.GetBlobReader(reader.GetConstant(field.GetDefaultValue()).Value).ReadInt32());
    }

    private static bool IsOfClient(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfClient(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Client,
            _ => false,
        };
    }
}
