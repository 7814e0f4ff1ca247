using System.ComponentModel;
using System.Reflection;

namespace Rom.Tests.Api;

/// <summary>The types and members of an assembly that code outside it can use, as text in an order of its own.</summary>
internal static class PublicApi
{
    public static string Print(Assembly assembly) => string.Join('\n', assembly.GetExportedTypes()
        .GroupBy(type => type.Namespace)
        .OrderBy(space => space.Key, StringComparer.Ordinal)
        .SelectMany(space => space.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Print).Prepend($"namespace {space.Key};\n")));

    public static string Print(Type type)
    {
        string[] lines =
        [
            .. Attributes(type),
            $"public {Kind(type)} {TypeNames.Of(type)}{Bases(type)}",
            .. TypeNames.Constraints(type.GetGenericArguments()).Select(constraint => "  " + constraint),
            "{",
            .. (type.IsEnum ? Values(type) : Members(type)).Select(member => "  " + member),
            "}",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? (Has(type, "IsReadOnlyAttribute") ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct")
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + "class";

    private static string Bases(Type type)
    {
        if (type.IsEnum) return Enum.GetUnderlyingType(type) == typeof(int) ? "" : $" : {TypeNames.Of(Enum.GetUnderlyingType(type))}";
        Type? parent = type.IsClass && type.BaseType != typeof(object) ? type.BaseType : null;
        IEnumerable<Type> own = type.GetInterfaces().Except(parent?.GetInterfaces() ?? []);
        string[] all = [.. own.Select(TypeNames.Of).Order(StringComparer.Ordinal)];
        if (parent is not null) all = [TypeNames.Of(parent), .. all];
        return all.Length == 0 ? "" : " : " + string.Join(", ", all);
    }

    private static IEnumerable<string> Values(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .OrderBy(field => Convert.ToInt64(field.GetRawConstantValue(), null))
        .Select(field => $"{field.Name} = {field.GetRawConstantValue()},");

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(member => (Kind: Order(member), member.Name, Text: MemberText.Of(member) is { } text ? string.Concat(Attributes(member).Select(one => one + " ")) + text : null))
        .Where(member => member.Text is not null)
        .OrderBy(member => member.Kind).ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal)
        .Select(member => member.Text!);

    private static int Order(MemberInfo member) => member switch
    {
        ConstructorInfo => 0,
        FieldInfo => 1,
        PropertyInfo => 2,
        EventInfo => 3,
        MethodInfo { IsSpecialName: true } => 4,
        _ => 5,
    };

    private static IEnumerable<string> Attributes(MemberInfo member)
    {
        if (member.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
            yield return $"[AttributeUsage({usage.ValidOn}{(usage.AllowMultiple ? ", AllowMultiple" : "")}{(usage.Inherited ? "" : ", not inherited")})]";
        if (member.GetCustomAttribute<EditorBrowsableAttribute>() is { } browsable) yield return $"[EditorBrowsable({browsable.State})]";
        if (member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete && !Has(member, "CompilerFeatureRequiredAttribute"))
            yield return obsolete.IsError ? "[Obsolete(error)]" : "[Obsolete]";
    }

    private static bool Has(MemberInfo member, string attribute) => member.CustomAttributes.Any(one => one.AttributeType.Name == attribute);
}
