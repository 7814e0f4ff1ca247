using Microsoft.CodeAnalysis;
using Rom.Generators.Parsing;

namespace Rom.Generators.Diagnostics;

/// <summary>
/// What a parse found wrong. The analyzer hands in a list to fill; the generator hands in none and learns only whether the
/// model is valid, so that it never makes a location.
/// </summary>
internal sealed class ModelDiagnostics(List<Diagnostic>? found)
{
    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, params object[] arguments)
    {
        Count(descriptor);
        found?.Add(Diagnostic.Create(descriptor, SourceSymbols.Location(symbol), arguments));
    }

    public void Report(DiagnosticDescriptor descriptor, AttributeData attribute, ISymbol owner, params object[] arguments)
    {
        Count(descriptor);
        found?.Add(Diagnostic.Create(descriptor, SourceSymbols.Location(attribute) ?? SourceSymbols.Location(owner), arguments));
    }

    /// <summary>Reports at a symbol, or at another where that is in another assembly.</summary>
    public void Report(DiagnosticDescriptor descriptor, ISymbol symbol, ISymbol otherwise, params object[] arguments) =>
        Report(descriptor, SourceSymbols.Location(symbol) == Location.None ? otherwise : symbol, arguments);

    /// <summary>Marks the model as not valid where the compiler itself reports why.</summary>
    public void CompilerReports() => HasErrors = true;

    private void Count(DiagnosticDescriptor descriptor) => HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
}
