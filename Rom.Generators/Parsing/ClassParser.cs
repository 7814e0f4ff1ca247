using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>The class itself: whether it can be a model, how it is declared and how its entities are made.</summary>
internal static class ClassParser
{
    /// <summary>Reports what keeps a class from being a model.</summary>
    /// <returns>Whether a file that Rom adds could compile at all.</returns>
    public static bool Check(INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics)
    {
        bool isPartial = CheckPartial(type, diagnostics);
        CheckBases(type, diagnostics);
        CheckConstructor(type, diagnostics);
        bool canEmit = CheckLanguage(type, compilation, diagnostics) && isPartial;
        if (WithContainers(type).Any(one => one.IsGenericType))
        {
            diagnostics.Report(DiagnosticDescriptors.Generic, type, type.Name);
            canEmit = false;
        }

        string? why = type switch
        {
            { IsStatic: true } => "a static class has no entities; remove 'static'",
            { IsAbstract: true } => "an abstract class has no entities; remove 'abstract', or remove [RomModel]: models that derive from it inherit its columns",
            _ when WithContainers(type).Any(one => one.IsFileLocal) => "Rom cannot add to a file-local type from another file; remove 'file'",
            _ => null,
        };
        if (why is not null) diagnostics.Report(DiagnosticDescriptors.UnusableClass, type, type.Name, why);
        return canEmit && why is null;
    }

    /// <summary>Whether another file can declare a part of the class.</summary>
    public static bool CanHaveParts(INamedTypeSymbol type) => WithContainers(type).All(one => IsPartial(one) && !one.IsFileLocal);

    public static ContainingTypeSpec Declaration(INamedTypeSymbol type) => new() { Keyword = Keyword(type), Identifier = Identifiers.Escape(type.Name) + TypeParameters(type) };

    /// <summary>The types around a model, the outermost first.</summary>
    public static IEnumerable<ContainingTypeSpec> Containers(INamedTypeSymbol type) => WithContainers(type).Skip(1).Reverse().Select(Declaration);

    public static Construction Construction(INamedTypeSymbol type, IEnumerable<ColumnSpec> columns)
    {
        if (type.IsAbstract || Constructor(type) is null) return Specs.Construction.None;
        return HasRequiredMembers(type) ? Specs.Construction.Accessor : Specs.Construction.New;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type) => TypeHierarchy.DerivedFirst(type)
        .SelectMany(one => one.GetMembers())
        .Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static bool CheckPartial(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        INamedTypeSymbol[] closed = [.. WithContainers(type).Where(one => !IsPartial(one))];
        foreach (INamedTypeSymbol one in closed) diagnostics.Report(DiagnosticDescriptors.NotPartial, one, one.Name, type.Name, Keyword(one));
        return closed.Length == 0;
    }

    private static bool IsPartial(INamedTypeSymbol type) => SourceSymbols.Declarations(type).All(declaration =>
        declaration.GetSyntax() is not TypeDeclarationSyntax syntax || syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static void CheckBases(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        if (TypeHierarchy.DerivedFirst(type).Skip(1).FirstOrDefault(AttributeNames.IsModel) is not { } model) return;
        diagnostics.Report(DiagnosticDescriptors.UnusableClass, type, type.Name,
            $"it derives from the model '{model.Name}', and a row belongs to one model; "
            + "move what both share to an abstract class without [RomModel], whose columns both inherit");
    }

    private static void CheckConstructor(INamedTypeSymbol type, ModelDiagnostics diagnostics)
    {
        if (type.IsStatic || Constructor(type) is not null) return;
        string positional = type.IsRecord ? "; a record with positional properties is written with 'required' and 'init' properties instead" : "";
        diagnostics.Report(DiagnosticDescriptors.NoParameterlessConstructor, type, type.Name, positional);
    }

    private static bool CheckLanguage(INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics)
    {
        if (compilation is not CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp11 } old) return true;
        diagnostics.Report(DiagnosticDescriptors.LanguageVersion, type, $"The model '{type.Name}'", "11", old.LanguageVersion.ToDisplayString());
        return false;
    }

    private static IMethodSymbol? Constructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);

    private static IEnumerable<INamedTypeSymbol> WithContainers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? one = type; one is not null; one = one.ContainingType) yield return one;
    }

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(one => Identifiers.Escape(one.Name)))}>";

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        _ => "class",
    };
}
