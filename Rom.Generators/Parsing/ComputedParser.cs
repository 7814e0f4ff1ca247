using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>What a computed index or unique calls: a static method of the model whose parameters are columns, and what it returns.</summary>
internal sealed class ComputedParser(
    INamedTypeSymbol type, IReadOnlyList<ColumnCandidate> stored, IReadOnlyList<ColumnSpec> columns, Compilation compilation, ModelDiagnostics diagnostics)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The method with its inputs and result, without the column that queries see; null when something is wrong and was reported.</summary>
    public ComputedMethod? Parse(IndexArguments arguments)
    {
        bool named = CheckName(arguments);
        if (Find(arguments) is not { } method || Inputs(arguments, method) is not { } inputs) return null;
        bool several = false;
        ITypeSymbol result = method.ReturnType;
        ScalarSpec? scalar = ScalarParser.Parse(result);
        if (scalar is null && CollectionElements.Of(result) is { } element)
        {
            several = true;
            scalar = ScalarParser.Parse(element);
        }

        if (scalar is null)
        {
            Report(DiagnosticDescriptors.ComputedResult, arguments, method.Name, Display(result));
            return null;
        }

        return named ? new ComputedMethod(method, inputs, scalar, several) : null;
    }

    private bool CheckName(IndexArguments arguments)
    {
        if (arguments.Name is not { } name)
        {
            Report(DiagnosticDescriptors.ComputedWithoutName, arguments, arguments.Keys!);
            return false;
        }

        string? why = name switch
        {
            _ when !Identifiers.IsIdentifier(name) => "it is no name that a query could write; use letters, digits and '_'",
            _ when columns.Any(column => column.Name == name) => $"'{name}' is a column already; give the index another name",
            _ when !_names.Add(name) => "another computed index or unique has it; give one of them another name",
            _ when columns.Any(column => column.Name == Emitting.GeneratedNames.ColumnType(name) || Emitting.GeneratedNames.ColumnType(column.Name) == name) =>
                "the type of a column in queries has it; give the index another name",
            _ => null,
        };
        if (why is not null) Report(DiagnosticDescriptors.ComputedName, arguments, name, why);
        return why is null;
    }

    private IMethodSymbol? Find(IndexArguments arguments)
    {
        IMethodSymbol[] methods = [.. TypeHierarchy.DerivedFirst(type)
            .SelectMany(one => one.GetMembers(arguments.Keys!))
            .OfType<IMethodSymbol>()
            .Where(method => method.MethodKind == MethodKind.Ordinary && !SourceSymbols.IsGenerated(method))];
        if (methods.Length != 1)
        {
            Report(DiagnosticDescriptors.ComputedMethodMissing, arguments, arguments.Keys!, methods.Length == 0 ? "has no method" : "has several methods");
            return null;
        }

        string? why = methods[0] switch
        {
            { IsStatic: false } => "it is not static: write 'static', and take the columns as parameters",
            { IsGenericMethod: true } => "it is generic: write it without type parameters",
            { ReturnsVoid: true } or { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "it returns no value: return the key, or null for none",
            _ when !compilation.IsSymbolAccessibleWithin(methods[0], type) => "the model cannot call it: make it 'protected' or 'internal'",
            _ => null,
        };
        if (why is null) return methods[0];
        Report(DiagnosticDescriptors.ComputedMethodUnusable, arguments, methods[0].Name, why);
        return null;
    }

    private List<ComputedInputSpec>? Inputs(IndexArguments arguments, IMethodSymbol method)
    {
        List<ComputedInputSpec> inputs = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            int ordinal = columns.ToList().FindIndex(column => Identifiers.IsParameterOf(column.Name, parameter.Name));
            string? why = parameter.RefKind != RefKind.None ? "it is passed by reference; take it by value"
                : ordinal > 0 && stored[ordinal - 1].Attributes.Version is not null ? "it is the version, which the store assigns in the save"
                : ordinal < 0 ? $"'{type.Name}' has no column of that name; name it like a stored property"
                : ordinal == 0 ? KeyObstacle()
                : TypeObstacle(parameter, stored[ordinal - 1]);
            if (why is not null)
            {
                Report(DiagnosticDescriptors.ComputedParameter, arguments, method.Name, parameter.Name, why);
                return null;
            }

            inputs.Add(new ComputedInputSpec { Column = ordinal, NeedsValue = NeedsValue(parameter) });
        }

        if (inputs.Count > 0) return inputs;
        Report(DiagnosticDescriptors.ComputedMethodUnusable, arguments, method.Name, "it has no parameter, so every row would have the same key: take the columns that it depends on");
        return null;
    }

    private static string KeyObstacle() => "it is the key, which a computed index cannot depend on: the store may assign it in the very save";

    private static string? TypeObstacle(IParameterSymbol parameter, ColumnCandidate column) =>
        SymbolEqualityComparer.Default.Equals(WithoutNull(parameter.Type), WithoutNull(column.Property.Type))
            ? null
            : $"it is of type '{Display(parameter.Type)}' and the column of type '{column.TypeInMessages}'; give it the column's type";

    private static bool NeedsValue(IParameterSymbol parameter) => parameter.Type.IsReferenceType
        ? parameter.NullableAnnotation == NullableAnnotation.NotAnnotated
        : !ScalarParser.IsNullableValue(parameter.Type);

    private static ITypeSymbol WithoutNull(ITypeSymbol type) => ScalarParser.IsNullableValue(type)
        ? ((INamedTypeSymbol)type).TypeArguments[0]
        : type.WithNullableAnnotation(NullableAnnotation.None);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private void Report(DiagnosticDescriptor descriptor, IndexArguments arguments, params object[] details) =>
        diagnostics.Report(descriptor, arguments.Attribute, type, [type.Name, .. details]);
}
