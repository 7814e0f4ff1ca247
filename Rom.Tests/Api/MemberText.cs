using System.Reflection;
using System.Runtime.CompilerServices;

namespace Rom.Tests.Api;

/// <summary>A member as C# declares it, without its body.</summary>
internal static class MemberText
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "==", ["op_Inequality"] = "!=", ["op_LessThan"] = "<", ["op_LessThanOrEqual"] = "<=", ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=", ["op_BitwiseAnd"] = "&", ["op_BitwiseOr"] = "|", ["op_LogicalNot"] = "!", ["op_True"] = "true", ["op_False"] = "false",
        ["op_Addition"] = "+", ["op_Subtraction"] = "-", ["op_UnaryNegation"] = "-",
    };

    /// <summary>Its text; null where code outside the assembly cannot see it, or sees it as part of another member.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => Access(constructor) is { } access && !constructor.IsStatic
            ? $"{access} {constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)});" : null,
        MethodInfo method => Access(method) is { } access ? Method(method, access) : null,
        PropertyInfo property => Property(property),
        FieldInfo { IsPublic: true } field => field.IsLiteral
            ? $"public const {TypeNames.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)};"
            : $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field)} {field.Name};",
        FieldInfo { IsFamily: true } field => $"protected {TypeNames.Of(field)} {field.Name};",
        EventInfo { AddMethod.IsPublic: true } one => $"public event {TypeNames.Of(one.EventHandlerType!)} {one.Name};",
        _ => null,
    };

    private static string? Access(MethodBase method) =>
        method.IsPublic ? "public" : method.IsFamily || method.IsFamilyOrAssembly ? "protected" : null;

    private static string? Method(MethodInfo method, string access)
    {
        string head = access + Modifiers(method);
        string returned = (method.ReturnType.IsByRef ? "ref " : "") + TypeNames.Of(method.ReturnParameter);
        if (!method.IsSpecialName)
        {
            Type[] generic = method.GetGenericArguments();
            string constraints = string.Concat(TypeNames.Constraints(generic).Select(constraint => " " + constraint));
            return $"{head} {returned} {method.Name}{TypeNames.Generic(generic)}({Parameters(method)}){constraints};";
        }

        return method.Name switch
        {
            "op_Implicit" or "op_Explicit" => $"{head} {method.Name["op_".Length..].ToLowerInvariant()} operator {returned}({Parameters(method)});",
            var name when Operators.TryGetValue(name, out string? symbol) => $"{head} {returned} operator {symbol}({Parameters(method)});",
            var name when name.StartsWith("op_", StringComparison.Ordinal) => $"{head} {returned} {name}({Parameters(method)});",
            _ => null, // an accessor
        };
    }

    // Marks of the compiler are found by name: the generator, which the tests reference too, brings some of its own.
    private static string? Property(PropertyInfo property)
    {
        string? get = property.GetMethod is { } getter ? Access(getter) : null, set = property.SetMethod is { } setter ? Access(setter) : null;
        if ((get ?? set) is null) return null;
        string access = get == "public" || set == "public" ? "public" : "protected";
        MethodInfo some = property.GetMethod ?? property.SetMethod!;
        string name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(one => one.Name == "IsExternalInit") == true;
        string required = property.CustomAttributes.Any(one => one.AttributeType.Name == "RequiredMemberAttribute") ? " required" : "";
        string type = (property.PropertyType.IsByRef ? "ref " : "") + TypeNames.Of(property);
        return $"{access}{required}{Modifiers(some)} {type} {name} {{ {Accessor(get, access, "get")}{Accessor(set, access, isInit ? "init" : "set")}}}";
    }

    private static string Accessor(string? own, string access, string name) => own is null ? "" : own == access ? $"{name}; " : $"{own} {name}; ";

    private static string Modifiers(MethodInfo method)
    {
        string kind = method.IsStatic ? " static" : "";
        if (method.IsAbstract) return method.DeclaringType!.IsInterface && !method.IsStatic ? kind : kind + " abstract";
        if (!method.IsVirtual) return kind;
        if (method.GetBaseDefinition() != method) return kind + (method.IsFinal ? " sealed override" : " override");
        return method.IsFinal ? kind : kind + " virtual"; // final: only because it implements an interface
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string way = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string otherwise = parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{way}{TypeNames.Of(parameter)} {parameter.Name}{otherwise}";
    }

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum => $"{TypeNames.Of(type)}.{value}",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
