using Microsoft.CodeAnalysis;

namespace Rom.Generators.Parsing;

/// <summary>Which members of the framework's types, and of Rom's, give the same value in every run when their arguments do.</summary>
internal static class FrameworkConstants
{
    /// <summary>Number types, dates and times whose static properties are constants, such as <c>Int128.MaxValue</c>.</summary>
    private static readonly HashSet<string> WithConstantProperties = ["Int128", "UInt128", "BigInteger", "Half", "DateOnly", "TimeOnly"];

    /// <summary>A constant, an enum member, or what the framework keeps in a field or property, such as string.Empty and DateOnly.MinValue.</summary>
    public static bool IsConstant(ISymbol? symbol) => symbol switch
    {
        IFieldSymbol { IsConst: true } => true,
        IFieldSymbol { IsStatic: true, IsReadOnly: true } field => IsOfTheFramework(field),
        IPropertySymbol { IsStatic: true, SetMethod: null } property =>
            WithConstantProperties.Contains(property.ContainingType.Name) && IsOfTheFramework(property),
        _ => false,
    };

    /// <summary>
    /// Constructors of values, but for a DateTimeOffset made of a DateTime alone, whose offset is that of the machine; TimeSpan.FromDays and
    /// its like; texts without culture: Guid.Parse, Version.Parse, IPAddress.Parse; and a reference to a key.
    /// </summary>
    public static bool IsConstant(IMethodSymbol method)
    {
        if (!IsOfTheFramework(method)) return false;
        string type = method.ContainingType.Name;
        if (method.MethodKind == MethodKind.Constructor) return !(type == nameof(DateTimeOffset) && TakesDateTimeAlone(method));
        return (type, method.Name) is ("Guid" or "Version" or "IPAddress", "Parse") or ("Array", "Empty") or ("Ref", "To")
            || (type == nameof(TimeSpan) && method.Name.StartsWith("From", StringComparison.Ordinal));
    }

    private static bool TakesDateTimeAlone(IMethodSymbol method) =>
        method.Parameters.Length == 1 && method.Parameters[0].Type.SpecialType == SpecialType.System_DateTime;

    private static bool IsOfTheFramework(ISymbol member) =>
        Namespaces.IsSystem(member) || Namespaces.IsRom(member) || member.ContainingNamespace?.ToDisplayString() is "System.Net" or "System.Numerics";
}
