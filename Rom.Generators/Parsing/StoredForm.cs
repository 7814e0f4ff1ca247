using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>How a property is stored: as its type is, or as [Column] says.</summary>
internal sealed class StoredForm
{
    private static readonly (string Name, ScalarKind Kind, string Format)[] Converters =
    [
        ("IOrderedRomConverter", ScalarKind.Ranked, "RankedFormat"),
        ("IRomConverter", ScalarKind.Converted, "ConvertedFormat"),
        ("IRomBytesConverter", ScalarKind.Converted, "ConvertedBytesFormat"),
    ];

    private readonly DiagnosticDescriptor? _rule;
    private readonly string? _obstacle;

    private StoredForm(ScalarSpec? scalar) => Scalar = scalar;

    private StoredForm(DiagnosticDescriptor rule, string obstacle) => (_rule, _obstacle) = (rule, obstacle);

    /// <summary>Null when the property cannot be stored.</summary>
    public ScalarSpec? Scalar { get; }

    /// <summary>Whether [Column] says how the property is stored and cannot be followed.</summary>
    public bool IsRefused => _rule is not null;

    public static StoredForm Parse(IPropertySymbol property, PropertyAttributes attributes, INamedTypeSymbol model)
    {
        ITypeSymbol type = ScalarParser.WithoutNullable(property.Type);
        if (attributes.Argument("Converter") is { } converter) return Converted(type, converter as INamedTypeSymbol, attributes);
        return attributes.Argument("EnumAsName") is true ? EnumByName(type, property, model) : new StoredForm(ScalarParser.Parse(type));
    }

    public void Report(ColumnCandidate candidate, ModelDiagnostics diagnostics) =>
        diagnostics.Report(_rule!, candidate.Attributes.Column!, candidate.Property, candidate.Model, candidate.Name, _obstacle!);

    private static StoredForm Converted(ITypeSymbol type, INamedTypeSymbol? converter, PropertyAttributes attributes)
    {
        string wanted = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        string? obstacle = converter switch
        {
            _ when attributes.Argument("EnumAsName") is true => "it stands beside EnumAsName; keep one of the two",
            null => "it is no class or struct; name a type that implements IRomConverter<" + wanted + ">",
            { TypeKind: not (TypeKind.Class or TypeKind.Struct) } =>
                $"'{converter.Name}' is no class or struct; name one that implements IRomConverter<{wanted}>",
            { IsStatic: true } => $"'{converter.Name}' is static and cannot implement an interface; remove 'static'",
            { IsUnboundGenericType: true } => $"'{converter.Name}' has no type arguments; name a closed type, such as {converter.Name}<{wanted}>",
            { IsFileLocal: true } => $"'{converter.Name}' is local to its file, where generated code is not; remove 'file'",
            _ => null,
        };
        if (obstacle is not null) return new StoredForm(DiagnosticDescriptors.UnusableConverter, obstacle);
        if (Implements("IRomConverter") && Implements("IRomBytesConverter"))
        {
            return new StoredForm(DiagnosticDescriptors.UnusableConverter,
                $"'{converter!.Name}' implements both IRomConverter<{wanted}> and IRomBytesConverter<{wanted}>, "
                + "and a column is text or bytes; write two converters");
        }

        foreach ((string name, ScalarKind kind, string format) in Converters.Where(one => Implements(one.Name)))
        {
            string typeName = Identifiers.Annotated(type);
            return new StoredForm(new ScalarSpec
            {
                Kind = kind,
                TypeName = typeName,
                Format = $"{format}<{Identifiers.Annotated(converter!)}, {typeName}>",
                IsValueType = type.IsValueType,
                IsEnum = false,
            });
        }

        return new StoredForm(DiagnosticDescriptors.UnusableConverter,
            $"'{converter!.Name}' does not implement IRomConverter<{wanted}>, IOrderedRomConverter<{wanted}> "
            + $"or IRomBytesConverter<{wanted}>; implement one of them");

        bool Implements(string name) => converter!.AllInterfaces.Any(one => one.Name == name && Namespaces.IsRom(one)
            && one.TypeArguments.Length == 1 && SymbolEqualityComparer.Default.Equals(one.TypeArguments[0], type));
    }

    private static StoredForm EnumByName(ITypeSymbol type, IPropertySymbol property, INamedTypeSymbol model)
    {
        string? obstacle = type switch
        {
            not { TypeKind: TypeKind.Enum } => "it is no enum; remove EnumAsName",
            _ when type.GetAttributes().Any(one => one.AttributeClass is { Name: "FlagsAttribute" } flags && Namespaces.IsSystem(flags)) =>
                $"'{type.Name}' is [Flags], whose combinations have no name; remove EnumAsName to store the number",
            _ => null,
        };
        if (obstacle is not null) return new StoredForm(DiagnosticDescriptors.UnusableEnumName, obstacle);
        string typeName = Identifiers.Qualified(type);
        HashSet<object> values = [];
        return new StoredForm(new ScalarSpec
        {
            Kind = ScalarKind.EnumName,
            TypeName = typeName,
            Format = $"EnumNameFormat<{Identifiers.Qualified(model)}.{GeneratedNames.EnumNames(property.Name)}, {typeName}>",
            IsValueType = true,
            IsEnum = true,
            Names = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
                .Select(field => new EnumNameSpec { Name = field.Name, IsFirst = values.Add(field.ConstantValue!) }).ToEquatableArray(),
        });
    }
}
