using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Rom.Generators.Diagnostics;
using Rom.Generators.Parsing;

namespace Rom.Generators;

/// <summary>Reports what the parser finds wrong with a model, at the place in the live source, where pragmas and editors reach it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RomModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticDescriptors.NotPartial,
        DiagnosticDescriptors.UnusableKeyPart,
        DiagnosticDescriptors.UnusableKeyType,
        DiagnosticDescriptors.UnsupportedType,
        DiagnosticDescriptors.UnusableIndex,
        DiagnosticDescriptors.UnusableUnique,
        DiagnosticDescriptors.SameStoredName,
        DiagnosticDescriptors.Generic,
        DiagnosticDescriptors.UnusableName,
        DiagnosticDescriptors.NameClash,
        DiagnosticDescriptors.UnusableComposite,
        DiagnosticDescriptors.AmbiguousStartsWith,
        DiagnosticDescriptors.DuplicateIndex,
        DiagnosticDescriptors.NoParameterlessConstructor,
        DiagnosticDescriptors.UnusableClass,
        DiagnosticDescriptors.InitializerNotConstant,
        DiagnosticDescriptors.LanguageVersion,
        DiagnosticDescriptors.NotAColumn,
        DiagnosticDescriptors.RuntimeMismatch,
        DiagnosticDescriptors.UnusableConverter,
        DiagnosticDescriptors.UnusableEnumName,
        DiagnosticDescriptors.MixedKeyIndex,
        DiagnosticDescriptors.NoRowSource,
        DiagnosticDescriptors.SetNullOnRequired,
        DiagnosticDescriptors.SetDefaultWithout,
        DiagnosticDescriptors.SetDefaultOnUnique,
        DiagnosticDescriptors.NoSuchAction,
        DiagnosticDescriptors.UnusableCollection,
        DiagnosticDescriptors.CollectionReference,
        DiagnosticDescriptors.AmbiguousCollection,
        DiagnosticDescriptors.SameFinder,
        DiagnosticDescriptors.UnsupportedNestedType,
        DiagnosticDescriptors.PolymorphicNestedType,
        DiagnosticDescriptors.NoNestedConstructor,
        DiagnosticDescriptors.UnsettableNestedMember,
        DiagnosticDescriptors.EndlessNestedType,
        DiagnosticDescriptors.SameNestedName,
        DiagnosticDescriptors.NestedAttribute,
        DiagnosticDescriptors.UnsupportedDictionaryKey,
        DiagnosticDescriptors.NestedModel,
        DiagnosticDescriptors.UnusableJson,
        DiagnosticDescriptors.NoJsonContract,
        DiagnosticDescriptors.HiddenColumn,
        DiagnosticDescriptors.UnreachableColumn,
        DiagnosticDescriptors.UnreachableHook,
        DiagnosticDescriptors.UnusableKeyText,
        DiagnosticDescriptors.UnusableVersion,
        DiagnosticDescriptors.UnusableNative,
        DiagnosticDescriptors.OwnAccessors,
        DiagnosticDescriptors.NoAction,
        DiagnosticDescriptors.ComputedWithoutName,
        DiagnosticDescriptors.ComputedMethodMissing,
        DiagnosticDescriptors.ComputedMethodUnusable,
        DiagnosticDescriptors.ComputedParameter,
        DiagnosticDescriptors.ComputedResult,
        DiagnosticDescriptors.ComputedName,
        DiagnosticDescriptors.MixedCase,
        DiagnosticDescriptors.UnusableTokenizer,
        DiagnosticDescriptors.UnusableCompositeUnique,
        DiagnosticDescriptors.OnDeleteNotOffered,
        DiagnosticDescriptors.NoModelToReferTo,
        DiagnosticDescriptors.NotAReference,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeContract.IsMissing(start.Compilation)) start.RegisterSyntaxNodeAction(RuntimeContract.ReportMissing, SyntaxKind.Attribute);
            StoredNames names = new();
            start.RegisterSymbolAction(symbol => Analyze(symbol, names), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => names.ReportClashes(end.ReportDiagnostic));
        });
    }

    private static void Analyze(SymbolAnalysisContext context, StoredNames names)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !AttributeNames.IsModel(type)) return;
        List<Diagnostic> found = [];
        ModelParser.Parse(type, context.Compilation, new ModelDiagnostics(found), context.CancellationToken);
        foreach (Diagnostic diagnostic in found) context.ReportDiagnostic(diagnostic);
        names.Add(type);
    }
}
