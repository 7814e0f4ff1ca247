using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rom.Generators.Emitting;
using Rom.Generators.Parsing;
using Rom.Generators.Specs;

namespace Rom.Generators;

/// <summary>
/// Writes one file for each class marked <c>[RomModel]</c>. A model is parsed whole inside the transform, so that only its
/// spec leaves it; what is wrong with a model is reported by <see cref="RomModelAnalyzer"/>, never here.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RomModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.RomModelMetadataName, IsClass, ModelParser.Parse)
            .Where(model => model is not null)
            .Select((model, _) => model!)
            .WithTrackingName(TrackingNames.Models);

        IncrementalValueProvider<EquatableArray<string>> collisions = models
            .Select((model, _) => model.MetadataName)
            .Collect()
            .Select(CaseCollisions)
            .WithTrackingName(TrackingNames.CaseCollisions);

        context.RegisterSourceOutput(models.Combine(collisions), Emit);
    }

    private static bool IsClass(SyntaxNode node, CancellationToken _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax;

    /// <summary>Names that differ from another only in case: the compiler holds their files for the same.</summary>
    private static EquatableArray<string> CaseCollisions(ImmutableArray<string> names, CancellationToken _) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static void Emit(SourceProductionContext context, (ModelSpec Model, EquatableArray<string> Collisions) source)
    {
        string hint = GeneratedNames.HintName(source.Model.MetadataName, source.Collisions.Contains(source.Model.MetadataName));
        context.AddSource(hint, ModelEmitter.Emit(source.Model));
    }
}
