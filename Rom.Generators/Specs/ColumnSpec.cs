namespace Rom.Generators.Specs;

/// <summary>One column of a model.</summary>
internal sealed record ColumnSpec
{
    /// <summary>The property's name, never escaped.</summary>
    public required string Name { get; init; }

    /// <summary>The property's name as source refers to it.</summary>
    public required string Identifier { get; init; }

    public required string StoredName { get; init; }

    public required ScalarSpec Type { get; init; }

    /// <summary>How a value with parts is written; null for a scalar.</summary>
    public CodecSpec? Codec { get; init; }

    /// <summary>What a collection of scalars holds; null for any other column.</summary>
    public ScalarSpec? Element { get; init; }

    /// <summary>Whether the property may hold null: <c>T?</c>, or a reference where nullability is not enabled.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether a field that the row lacks leaves what the initializer set; otherwise it reads as null, or throws.</summary>
    public required bool KeepsInitialValue { get; init; }

    /// <summary>Whether null is stored rather than left out: absence then always means "never stored".</summary>
    public required bool StoresNull { get; init; }

    /// <summary>The class whose setter only an accessor reaches; null where the model can call it.</summary>
    public required string? SetterOwner { get; init; }

    /// <summary>Whether anybody may set the property at any time.</summary>
    public bool HasPublicSetter { get; init; }

    /// <summary>Whether rows can be ordered by this column.</summary>
    public required bool IsOrderable { get; init; }

    /// <summary>Whether the type's values have an order, so that two columns of it compare.</summary>
    public bool IsComparable => Operators.Any(one => one.Group == OperatorGroup.Range);

    /// <summary>What indexes the column has, in words.</summary>
    public required string IndexSummary { get; init; }

    /// <summary>The operators of queries that the column's type can have.</summary>
    public required EquatableArray<OperatorSpec> Operators { get; init; }
}
