using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Rom.Generators.Diagnostics;
using Rom.Generators.Parsing;

namespace Rom.Generators;

/// <summary>
/// Reports a filter that decides an <c>if</c>, <c>?:</c>, loop or <c>when</c>. It compiles, because <c>&amp;&amp;</c> and <c>||</c> need the
/// operators true and false, but is always false. Only a condition calls one of these by an operation of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilterConditionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticDescriptors.FilterAsCondition];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.UnaryOperator);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IUnaryOperation operation = (IUnaryOperation)context.Operation;
        if (operation is { OperatorKind: UnaryOperatorKind.True or UnaryOperatorKind.False, OperatorMethod.ContainingType: { Name: "Filter" } type }
            && Namespaces.IsRom(type))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.FilterAsCondition, operation.Syntax.GetLocation()));
        }
    }
}
