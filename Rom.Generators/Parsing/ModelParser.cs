using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>Turns a class marked <c>[RomModel]</c> into its spec; the only place where symbols are looked at.</summary>
internal static class ModelParser
{
    /// <summary>The generator's step. A class whose parts repeat the attribute is parsed once.</summary>
    public static ModelSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.TargetSymbol;
        // Not of context.Attributes, which holds those of one file only.
        SyntaxReference? first = type.GetAttributes().First(AttributeNames.IsModel).ApplicationSyntaxReference;
        return first?.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span)
            ? Parse(type, context.SemanticModel.Compilation, new ModelDiagnostics(null), cancellationToken)
            : null;
    }

    /// <summary>The spec of a model, or null where no file that Rom adds could compile.</summary>
    public static ModelSpec? Parse(INamedTypeSymbol type, Compilation compilation, ModelDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        if (!RuntimeContract.Check(type, diagnostics)) return null;
        bool canEmit = ClassParser.Check(type, compilation, diagnostics);
        (string storedName, string? group) = StoredNameParser.Model(type, diagnostics);
        IReadOnlyList<ColumnCandidate> candidates = CandidateParser.Find(type, compilation, diagnostics, cancellationToken);
        KeyChoice key = KeyParser.Choose(type, candidates, diagnostics);
        NestedParser nested = new(type, compilation, diagnostics);
        ColumnCandidate[] stored = [.. candidates.Where(candidate => !key.Concerns(candidate) && ColumnParser.CheckType(candidate, nested, diagnostics))];
        if (nested.HasFailed) stored = [.. stored.Where(candidate => candidate.Codec is null)];
        StoredNameParser.CheckColumns(key, stored, diagnostics);

        ColumnIndexes ofKey = IndexParser.OfKey(key, diagnostics);
        List<IndexSpec> indexes = [.. ofKey.Specs];
        List<ColumnSpec> columns = [KeyParser.Column(key, ofKey)];
        foreach (ColumnCandidate candidate in stored)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReferenceParser.Check(candidate, compilation, diagnostics, cancellationToken);
            ColumnIndexes own = IndexParser.Parse(candidate, columns.Count, diagnostics);
            columns.Add(ColumnParser.Parse(candidate, own, compilation, diagnostics, cancellationToken));
            indexes.AddRange(own.Specs);
        }

        VersionParser.CheckKey(key, diagnostics);
        JsonParser.CheckKey(key, diagnostics);
        ComputedParser methods = new(type, stored, columns, compilation, diagnostics);
        indexes.AddRange(ComputedIndexParser.Parse(type, stored, methods, diagnostics));
        IndexParser.CheckNames(type, key, stored, indexes, diagnostics);
        CompositeIndexParser.Parse(type, columns, indexes, diagnostics);
        UniqueSpec[] uniques = [.. new UniqueParser(type, key, stored, columns, diagnostics).Parse(methods)];
        int version = VersionParser.Parse(stored, indexes, uniques, diagnostics);
        bool hasKeyIndex = KeyIndexParser.Parse(type, key, indexes, diagnostics);
        IReadOnlyList<NativeSpec> natives = NativeParser.Parse(type, compilation, diagnostics);
        IReadOnlyList<CollectionSpec> collections = CollectionParser.Parse(type, compilation, diagnostics);
        NameClashes clashes = NameClashes.Find(type, columns, uniques, diagnostics);
        bool hasMembers = canEmit && !clashes.PreventEmission;
        IReadOnlyList<UnimplementedSpec> unimplemented = PartialProperties.Unimplemented(type, hasMembers ? natives : [], hasMembers ? collections : [], compilation);
        string[] undeclared = [.. HookParser.Undeclared(type)];
        if (!hasMembers && (unimplemented.Count + undeclared.Length == 0 || !ClassParser.CanHaveParts(type))) return null;
        return new ModelSpec
        {
            Namespace = Identifiers.Namespace(type.ContainingNamespace),
            ContainingTypes = ClassParser.Containers(type).ToEquatableArray(),
            Declaration = ClassParser.Declaration(type),
            TypeName = Identifiers.Qualified(type),
            DisplayName = type.Name,
            MetadataName = Identifiers.Metadata(type),
            StoredName = storedName,
            Group = group,
            KeyType = KeyParser.TypeOf(columns[0]),
            KeyParts = KeyParser.Parts(key, columns).ToEquatableArray(),
            KeyTextMethod = key.TextMethod,
            HasKeyIndex = hasKeyIndex,
            Version = version,
            DeclaresKey = key.IsDeclaredByRom,
            Columns = columns.ToEquatableArray(),
            Indexes = indexes.ToEquatableArray(),
            Uniques = uniques.ToEquatableArray(),
            Natives = natives.ToEquatableArray(),
            Collections = collections.ToEquatableArray(),
            Unimplemented = unimplemented.ToEquatableArray(),
            UndeclaredMethods = undeclared.ToEquatableArray(),
            ExtensionAccessibility = ReferenceParser.ExtensionAccessibility(type, columns),
            HasHooks = HookParser.Any(type),
            NestedTypes = nested.Types.ToEquatableArray(),
            JsonTypes = nested.JsonTypes.ToEquatableArray(),
            Construction = ClassParser.Construction(type, columns),
            OmittedMembers = clashes.Omitted.ToEquatableArray(),
            HasMembers = hasMembers,
            IsValid = !diagnostics.HasErrors,
        };
    }
}
