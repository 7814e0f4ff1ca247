using Microsoft.CodeAnalysis;
using Rom.Generators.Diagnostics;
using Rom.Generators.Specs;

namespace Rom.Generators.Parsing;

/// <summary>
/// The types inside the nested columns of one model. A type is parsed once, however often it is used, and may contain itself. What is
/// wrong is reported at the column with the path to the member, because the member may be in another assembly.
/// </summary>
internal sealed class NestedParser(INamedTypeSymbol model, Compilation compilation, ModelDiagnostics diagnostics)
{
    /// <summary>More types than this inside one another are a generic type that grows with each level.</summary>
    private const int MaxDepth = 32;

    private readonly Dictionary<ITypeSymbol, string> _codecs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<NestedTypeSpec> _types = [];
    private readonly List<JsonTypeSpec> _jsonTypes = [];
    private IPropertySymbol? _column;
    private int _depth;

    /// <summary>Whether a column was refused; the codecs of the others may then use types that could not be parsed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Every object and tuple, in an order that depends on the columns only.</summary>
    public IEnumerable<NestedTypeSpec> Types => HasFailed ? [] : _types.OrderBy(type => type.CodecName, StringComparer.Ordinal);

    /// <summary>The types of columns stored as JSON.</summary>
    public IEnumerable<JsonTypeSpec> JsonTypes => HasFailed ? [] : _jsonTypes;

    public INamedTypeSymbol Model => model;

    public Compilation Compilation => compilation;

    /// <summary>How the values of a column are stored, without its null; null when they cannot be.</summary>
    public CodecSpec? ParseColumn(ColumnCandidate candidate)
    {
        IPropertySymbol property = _column = candidate.Property;
        if (candidate.Attributes.Json is { } attribute) return Json(candidate, attribute);
        return NotNull(ScalarParser.WithoutNullable(property.Type), $"{model.Name}.{property.Name}");
    }

    /// <summary>How values of a type are stored, null among them where the type allows it.</summary>
    public CodecSpec? Parse(ITypeSymbol type, string path)
    {
        if (ScalarParser.IsNullableValue(type)) return OrNull(NotNull(((INamedTypeSymbol)type).TypeArguments[0], path), CodecKind.Nullable);
        CodecSpec? codec = NotNull(type, path);
        return type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? OrNull(codec, CodecKind.OrNull) : codec;
    }

    /// <summary>Reports what is wrong at a path.</summary>
    public CodecSpec? Refuse(DiagnosticDescriptor descriptor, string path, params object[] arguments)
    {
        HasFailed = true;
        diagnostics.Report(descriptor, _column!, [path, .. arguments]);
        return null;
    }

    public static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private CodecSpec? Json(ColumnCandidate candidate, AttributeData attribute)
    {
        if (JsonParser.Parse(candidate, attribute, diagnostics) is not (var context, var type))
        {
            HasFailed = true;
            return null;
        }

        string typeName = Identifiers.Annotated(type);
        string contextName = Identifiers.Qualified(context);
        JsonTypeSpec? json = _jsonTypes.FirstOrDefault(one => one.TypeName == typeName && one.ContextName == contextName);
        if (json is null) _jsonTypes.Add(json = new JsonTypeSpec { Name = NameOf("Json"), TypeName = typeName, ContextName = contextName });
        return Codec(CodecKind.Json, typeName, type) with { ObjectCodec = json.Name };
    }

    private CodecSpec? NotNull(ITypeSymbol type, string path)
    {
        if (ScalarParser.Parse(type) is { } scalar)
            return Codec(CodecKind.Scalar, scalar.TypeName, type) with { Scalar = scalar };
        switch (type)
        {
            case IErrorTypeSymbol:
                HasFailed = true;
                diagnostics.CompilerReports();
                return null;
            case IArrayTypeSymbol { IsSZArray: true } array:
                return Parse(array.ElementType, path + "[]") is { } item ? Codec(CodecKind.Array, ArrayOf(item.TypeName), type, item) : null;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return Object(tuple, path);
            case INamedTypeSymbol named when CollectionTypes.Of(named) is { } kind:
                return Collection(named, kind, path);
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
                when !CollectionTypes.IsOfFramework(named) && !CollectionTypes.IsEnumerable(named) && named.SpecialType == SpecialType.None:
                return Object(named, path);
            default:
                return Unsupported(type, path);
        }
    }

    private CodecSpec? Unsupported(ITypeSymbol type, string path) => path == $"{model.Name}.{_column!.Name}"
        ? Refuse(DiagnosticDescriptors.UnsupportedType, model.Name, _column.Name, Display(_column.Type), TypeRemedies.OfColumn(_column.Type))
        : Refuse(DiagnosticDescriptors.UnsupportedNestedType, path, Display(type), TypeRemedies.OfMember(type));

    private CodecSpec? Collection(INamedTypeSymbol type, CodecKind kind, string path)
    {
        if (kind == CodecKind.Dictionary)
        {
            ITypeSymbol keyType = type.TypeArguments[0];
            if (ScalarParser.Parse(keyType) is null || ScalarParser.IsNullableValue(keyType))
                return Refuse(DiagnosticDescriptors.UnsupportedDictionaryKey, path, Display(keyType));
        }

        CodecSpec?[] parts = [.. type.TypeArguments.Select((argument, i) =>
            kind == CodecKind.Dictionary && i == 0 ? NotNull(argument, path + "[]") : Parse(argument, path + "[]"))];
        if (parts.Any(part => part is null)) return null;
        string name = Identifiers.Qualified(type.OriginalDefinition);
        string arguments = string.Join(", ", parts.Select(part => part!.TypeName));
        return Codec(kind, $"{name.Substring(0, name.IndexOf('<'))}<{arguments}>", type, parts!);
    }

    private CodecSpec? Object(INamedTypeSymbol type, string path)
    {
        ITypeSymbol key = type.WithNullableAnnotation(NullableAnnotation.None);
        if (!_codecs.TryGetValue(key, out string? name))
        {
            if (_depth == MaxDepth) return Refuse(DiagnosticDescriptors.EndlessNestedType, path, Display(type));
            _codecs.Add(key, name = NameOf(type.IsTupleType ? "TupleCodec" : $"{type.Name}Codec"));
            _depth++;
            NestedTypeSpec? spec = type.IsTupleType
                ? NestedTupleParser.Parse(type, name, this, path)
                : NestedObjectParser.Parse(type, name, this, path);
            _depth--;
            if (spec is null) return null;
            _types.Add(spec);
        }

        NestedTypeSpec? tuple = type.IsTupleType ? _types.FirstOrDefault(one => one.CodecName == name) : null;
        return Codec(CodecKind.Object, tuple?.TypeName ?? Identifiers.Annotated(type), type) with { ObjectCodec = name };
    }

    private string NameOf(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_names.Add(name); i++) name = $"{wanted}{i}";
        return name;
    }

    private static CodecSpec? OrNull(CodecSpec? codec, CodecKind kind) => codec is null ? null : codec with
    {
        Kind = kind, TypeName = codec.TypeName + "?", Parts = new[] { codec }.ToEquatableArray(), Scalar = null, ObjectCodec = null,
    };

    /// <summary>An array of arrays is written from the outside in: an item's own brackets come after.</summary>
    private static string ArrayOf(string item)
    {
        int ranks = item.Length;
        while (ranks >= 2 && item[ranks - 1] == ']' && item[ranks - 2] == '[') ranks -= 2;
        return $"{item.Substring(0, ranks)}[]{item.Substring(ranks)}";
    }

    private static CodecSpec Codec(CodecKind kind, string typeName, ITypeSymbol type, params CodecSpec[] parts) => new()
    {
        Kind = kind, TypeName = typeName, IsValueType = type.IsValueType, Parts = parts.ToEquatableArray(),
    };
}
