using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Rom.Generators.Diagnostics;
using Rom.Generators.Emitting;

namespace Rom.Generators.Parsing;

/// <summary>
/// Whether the runtime that a project refers to understands what this generator writes. The runtime has a constant for each version
/// of the agreement that it supports: V1, V2 and so on.
/// </summary>
internal static class RuntimeContract
{
    private const string MetadataName = "Rom.CompilerServices.GeneratorContract";

    /// <summary>Reports a model whose attribute comes from a runtime of other versions.</summary>
    public static bool Check(INamedTypeSymbol model, ModelDiagnostics diagnostics)
    {
        IAssemblySymbol runtime = model.GetAttributes().First(AttributeNames.IsModel).AttributeClass!.ContainingAssembly;
        int[] supported = [.. Versions(runtime)];
        if (supported.Contains(RuntimeNames.ContractVersion)) return true;
        string age = supported.Any(version => version > RuntimeNames.ContractVersion) ? "newer" : "older";
        string versions = supported.Length == 0 ? "no contract" : string.Join(", ", supported.Select(version => $"V{version}"));
        diagnostics.Report(DiagnosticDescriptors.RuntimeMismatch, model,
            Own, RuntimeNames.ContractVersion, $"this project's Rom.Runtime {runtime.Identity.Version.ToString(3)} is {age} and has {versions}");
        return false;
    }

    public static bool IsMissing(Compilation compilation) => compilation.GetTypesByMetadataName(AttributeNames.RomModelMetadataName).IsEmpty;

    /// <summary>Reports what is written as Rom's attribute and is nobody's, in a project without the runtime.</summary>
    public static void ReportMissing(SyntaxNodeAnalysisContext context)
    {
        AttributeSyntax attribute = (AttributeSyntax)context.Node;
        NameSyntax name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name;
        if (name.ToString() is not ("RomModel" or AttributeNames.RomModel)) return;
        if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { TypeKind: not TypeKind.Error }) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.RuntimeMismatch, attribute.GetLocation(),
            Own, RuntimeNames.ContractVersion, "this project does not refer to it"));
    }

    private static string Own => typeof(RuntimeContract).Assembly.GetName().Version.ToString(3);

    private static IEnumerable<int> Versions(IAssemblySymbol runtime) =>
        (runtime.GetTypeByMetadataName(MetadataName)?.GetMembers() ?? [])
        .OfType<IFieldSymbol>()
        .Select(field => field.ConstantValue)
        .OfType<int>()
        .OrderBy(version => version);
}
