using Microsoft.CodeAnalysis;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>A method that computes what an index or unique is over. Holds a symbol, so it never leaves the parser.</summary>
internal sealed class ComputedMethod(IMethodSymbol method, IReadOnlyList<ComputedInputSpec> inputs, ScalarSpec result, bool several)
{
    public ScalarSpec Result { get; } = result;

    public bool Several { get; } = several;

    public IEnumerable<int> Columns => inputs.Select(input => input.Column).Distinct();

    public string ResultInMessages => method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    public ComputedSpec Spec(IndexArguments arguments, ColumnIndexes indexes) => new()
    {
        Call = $"{Identifiers.Qualified(method.ContainingType)}.{Identifiers.Escape(method.Name)}",
        Method = method.Name,
        KeysName = Emitting.GeneratedNames.KeysOf(arguments.Name!),
        Inputs = inputs.ToEquatableArray(),
        Several = Several,
        Presence = CollectionElements.Presence(method.ReturnType),
        Revision = arguments.Revision ?? 1,
        Column = new ColumnSpec
        {
            Name = arguments.Name!,
            Identifier = Identifiers.Escape(arguments.Name!),
            StoredName = arguments.Name!,
            Type = Result,
            IsNullable = true,
            KeepsInitialValue = false,
            StoresNull = false,
            SetterOwner = null,
            IsOrderable = indexes.Ordered is not null,
            IndexSummary = $"{indexes.Summary}, computed by {method.Name}",
            Operators = OperatorParser.OfComputed(this, indexes, method.Name).ToEquatableArray(),
        },
    };
}
