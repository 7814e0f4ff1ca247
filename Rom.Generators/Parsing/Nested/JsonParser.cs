using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;

namespace Rom.Generators.Parsing;

/// <summary>Columns marked <c>[Json]</c>: System.Text.Json writes them, by contracts that its generator made for the user's context.</summary>
internal static class JsonParser
{
    /// <summary>The context that serializes a column and the name of its type without null, or null when it cannot.</summary>
    public static (INamedTypeSymbol Context, ITypeSymbol Type)? Parse(
        ColumnCandidate candidate, AttributeData attribute, ModelDiagnostics diagnostics)
    {
        ITypeSymbol type = ScalarParser.WithoutNullable(candidate.Property.Type);
        INamedTypeSymbol? context = attribute.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol;
        string? obstacle = context switch
        {
            null => "it names no serializer context; write '[Json(typeof(MyContext))]' with a partial class that derives from JsonSerializerContext",
            { TypeKind: TypeKind.Error } => "",
            _ when candidate.Attributes.Argument("Converter") is not null || candidate.Attributes.Argument("EnumAsName") is true =>
                "[Column] says how it is stored too; keep one of the two",
            _ when !IsContext(context) => $"'{context.Name}' does not derive from JsonSerializerContext; name a class that does",
            _ => null,
        };
        if (obstacle == "") diagnostics.CompilerReports();
        else if (obstacle is not null) Refuse(candidate, attribute, obstacle, diagnostics);
        if (obstacle is not null) return null;
        if (IsSerializable(context!, type)) return (context!, type);
        diagnostics.Report(DiagnosticDescriptors.NoJsonContract, attribute, candidate.Property,
            candidate.Model, candidate.Name, context!.Name, NestedParser.Display(type.WithNullableAnnotation(NullableAnnotation.None)));
        return null;
    }

    /// <summary>A key is text that others compare and parse.</summary>
    public static void CheckKey(KeyChoice key, ModelDiagnostics diagnostics)
    {
        foreach (ColumnCandidate part in key.Parts.Where(part => part.Attributes.Json is not null))
            Refuse(part, part.Attributes.Json!, "it is the key; remove [Json]", diagnostics);
    }

    private static void Refuse(ColumnCandidate candidate, AttributeData attribute, string why, ModelDiagnostics diagnostics) =>
        diagnostics.Report(DiagnosticDescriptors.UnusableJson, attribute, candidate.Property, candidate.Model, candidate.Name, why);

    private static bool IsContext(INamedTypeSymbol type) =>
        TypeHierarchy.DerivedFirst(type).Any(one => one.ToDisplayString() == "System.Text.Json.Serialization.JsonSerializerContext");

    private static bool IsSerializable(INamedTypeSymbol context, ITypeSymbol type) => context.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "JsonSerializableAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol registered
        && SymbolEqualityComparer.Default.Equals(registered, type));
}
