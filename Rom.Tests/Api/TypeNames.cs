using System.Reflection;

namespace Rom.Tests.Api;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(char)] = "char",
    };

    /// <summary>A type about which nothing is known of null.</summary>
    public static string Of(Type type) => Write(type, null);

    /// <summary>The type of a value that is returned or passed.</summary>
    public static string Of(ParameterInfo parameter) => Write(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    /// <summary>The type of a property.</summary>
    public static string Of(PropertyInfo property) => Write(property.PropertyType, new NullabilityInfoContext().Create(property));

    /// <summary>The type of a field.</summary>
    public static string Of(FieldInfo field) => Write(field.FieldType, new NullabilityInfoContext().Create(field));

    /// <summary>The parameters of a generic type or method: <c>&lt;T, TOther&gt;</c>, or nothing.</summary>
    public static string Generic(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";

    /// <summary>What must hold of the parameters of a generic type or method.</summary>
    public static IEnumerable<string> Constraints(Type[] arguments) => arguments
        .Select(argument => (argument.Name, All: string.Join(", ", Constraints(argument))))
        .Where(argument => argument.All.Length > 0)
        .Select(argument => $"where {argument.Name} : {argument.All}");

    private static IEnumerable<string> Constraints(Type argument)
    {
        GenericParameterAttributes flags = argument.GenericParameterAttributes;
        bool isValue = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) yield return "class";
        if (isValue) yield return "struct";
        if (IsNotNull(argument)) yield return "notnull";
        foreach (Type constraint in argument.GetGenericParameterConstraints())
        {
            if (constraint != typeof(ValueType)) yield return Of(constraint);
        }

        if (!isValue && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) yield return "new()";
    }

    // Of a parameter without other constraints, the compiler marks notnull with 1 and nothing at all with 2, or leaves the mark to what declares it.
    private static bool IsNotNull(Type argument) =>
        argument.GenericParameterAttributes == GenericParameterAttributes.None && argument.GetGenericParameterConstraints().Length == 0
        && (Mark(argument, "NullableAttribute") ?? Mark(argument.DeclaringMethod, "NullableContextAttribute") ?? Mark(argument.DeclaringType, "NullableContextAttribute")) == 1;

    private static byte? Mark(MemberInfo? member, string attribute) =>
        member?.CustomAttributes.FirstOrDefault(one => one.AttributeType.Name == attribute)?.ConstructorArguments is [{ Value: byte mark }] ? mark : null;

    // T and T? of a parameter without constraints are told apart nowhere.
    private static bool MayBeNull(Type type, NullabilityInfo? nulls) =>
        nulls?.ReadState == NullabilityState.Nullable && !type.IsValueType && !(type.IsGenericParameter && !Constraints(type).Any());

    private static string Write(Type type, NullabilityInfo? nulls)
    {
        if (type.IsByRef) return Write(type.GetElementType()!, nulls);
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Write(underlying, null) + "?";
        string name = type.IsArray ? $"{Write(type.GetElementType()!, nulls?.ElementType)}[]"
            : Keywords.TryGetValue(type, out string? keyword) ? keyword
            : type.IsGenericType ? $"{Outer(type)}{type.Name.Split('`')[0]}<{string.Join(", ", Arguments(type, nulls))}>"
            : type.IsGenericParameter ? type.Name
            : Outer(type) + type.Name;
        return MayBeNull(type, nulls) ? name + "?" : name;
    }

    private static IEnumerable<string> Arguments(Type type, NullabilityInfo? nulls) =>
        type.GetGenericArguments().Select((argument, i) => Write(argument, nulls?.GenericTypeArguments.ElementAtOrDefault(i)));

    private static string Outer(Type type) => type.DeclaringType is { } outer ? Of(outer) + "." : "";
}
