using Microsoft.CodeAnalysis;
using Rom.Generators.Emitting;

namespace Rom.Generators.Parsing;

/// <summary>
/// Tells what the user wrote from what Rom generated: the analyzer sees the compilation with the generated files in it, the
/// generator without, and both must parse the same model.
/// </summary>
internal static class SourceSymbols
{
    public static IEnumerable<SyntaxReference> Declarations(ISymbol symbol) =>
        Parts(symbol).SelectMany(part => part.DeclaringSyntaxReferences).Where(reference => !IsGenerated(reference.SyntaxTree));

    /// <summary>Whether every declaration of a symbol is in a file of this generator.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && !Declarations(symbol).Any();

    /// <summary>A member of that name which the user wrote, or null.</summary>
    public static ISymbol? UserMember(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).FirstOrDefault(member => !member.IsImplicitlyDeclared && !IsGenerated(member));

    public static Location Location(ISymbol symbol) =>
        Parts(symbol).SelectMany(part => part.Locations).FirstOrDefault(location => location.SourceTree is { } tree && !IsGenerated(tree)) ?? Microsoft.CodeAnalysis.Location.None;

    public static Location? Location(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.SyntaxTree.GetLocation(reference.Span) : null;

    /// <summary>A symbol, and the body that the user wrote to a partial method which is declared in a generated file.</summary>
    private static IEnumerable<ISymbol> Parts(ISymbol symbol) =>
        symbol is IMethodSymbol { PartialImplementationPart: { } body } ? [symbol, body] : [symbol];

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(GeneratedNames.FileSuffix, StringComparison.Ordinal);
}
