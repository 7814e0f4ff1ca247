using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>One operator or method of a column's type.</summary>
internal sealed class Operator(string symbol, string summary, string signature, string body)
{
    private const string Filter = RuntimeNames.Filter;
    private const string Filters = RuntimeNames.Filters;

    /// <summary>The operator as users write it.</summary>
    public string Symbol { get; } = symbol;

    public string Summary { get; } = summary;

    /// <summary>The declaration without its accessibility.</summary>
    public string Signature { get; } = signature;

    public string Body { get; } = body;

    public static IEnumerable<Operator> Of(OperatorGroup group, ScalarSpec scalar, string columnType) => group switch
    {
        OperatorGroup.Equality => Equality(scalar, columnType),
        OperatorGroup.Range or OperatorGroup.NoRange => Range(scalar, columnType),
        OperatorGroup.Prefix =>
        [
            Text("StartsWith", "prefix", "Rows whose whole value begins with a prefix, in ordinal comparison.", "StartsWith"),
            Like("Rows whose whole value is like a pattern", "Like"),
        ],
        OperatorGroup.WordPrefix =>
        [
            Text("StartsWith", "prefix", "Rows with a word that begins with a prefix.", "WordStartsWith"),
            Like("Rows with a word that is like a pattern", "WordLike"),
        ],
        OperatorGroup.Elements => Elements(scalar),
        OperatorGroup.Suffix => [Text("EndsWith", "suffix", "Rows whose whole value ends with a text, in ordinal comparison.", "EndsWith")],
        OperatorGroup.WordSuffix => [Text("EndsWith", "suffix", "Rows with a word that ends with a text.", "WordEndsWith")],
        OperatorGroup.Geo => Geo(),
        OperatorGroup.Words =>
        [
            Text("Contains", "words", "Rows that have all these words.", "Contains"),
            Text("ContainsAny", "words", "Rows that have any of these words.", "ContainsAny"),
        ],
        _ => Null(),
    };

    private static IEnumerable<Operator> Equality(ScalarSpec scalar, string columnType)
    {
        // Null is compared with == and IsNull. A list of a value type is one of plain values, so that any list of them fits.
        string item = scalar.IsValueType ? scalar.TypeName : scalar.TypeName + "?";
        yield return Equal("==", "equals a value", "Equal", scalar, columnType);
        yield return Equal("!=", "does not equal a value; those without one are among them", "NotEqual", scalar, columnType);
        if (scalar.HasConversions)
        {
            yield return EqualConverted("==", "equals a value", "Equal", scalar, columnType);
            yield return EqualConverted("!=", "does not equal a value; those without one are among them", "NotEqual", scalar, columnType);
        }

        yield return new Operator("In", "Rows whose value is one of these.",
            $"{Filter} In(params {item}[] values)", $"In(({RuntimeNames.Enumerable}<{item}>)values)");
        yield return new Operator("In", "Rows whose value is one of these.",
            $"{Filter} In({RuntimeNames.Enumerable}<{item}> values)",
            $"{Filters}.In(this, values, static (column, value) => {ScalarCode.FilterValue(scalar, "column", "value")})");
        if (scalar.Reference is not { } reference) yield break;
        foreach (Operator one in Reference(reference, scalar, columnType)) yield return one;
    }

    /// <summary>A reference is compared with entities and keys too.</summary>
    private static IEnumerable<Operator> Reference(ReferenceSpec reference, ScalarSpec scalar, string columnType)
    {
        string operand = $"{RuntimeNames.Services}.RefOperand<{reference.Target}>";
        yield return new Operator("==", "Rows that refer to an entity, or to the one with a key.",
            $"static {Filter} operator ==({columnType} column, {operand} value)", $"{Filters}.Equal(column, {ScalarCode.FilterValue(scalar, "column", "value.Value")})");
        yield return new Operator("!=", "Rows that do not refer to an entity, or to the one with a key; those without a reference are among them.",
            $"static {Filter} operator !=({columnType} column, {operand} value)", $"{Filters}.NotEqual(column, {ScalarCode.FilterValue(scalar, "column", "value.Value")})");
        yield return new Operator("In", "Rows that refer to one of these entities, or to one with one of these keys.",
            $"{Filter} In(params {operand}[] values)", $"{Filters}.In(this, values, static (column, value) => {ScalarCode.FilterValue(scalar, "column", "value.Value")})");
        yield return new Operator("In", "Rows that refer to one of these entities.",
            $"{Filter} In(params {reference.Target}[] values)", $"In(({RuntimeNames.Enumerable}<{reference.Target}>)values)");
        yield return new Operator("In", "Rows that refer to one of these entities.",
            $"{Filter} In({RuntimeNames.Enumerable}<{reference.Target}> values)",
            $"{Filters}.In(this, values, static (column, value) => {ScalarCode.FilterValue(scalar, "column", "value")})");
        if (reference.KeyTypeName is not { } key) yield break;
        yield return new Operator("In", "Rows that refer to an entity with one of these keys.",
            $"{Filter} In({RuntimeNames.Enumerable}<{key}> values)",
            $"{Filters}.In(this, values, static (column, value) => {ScalarCode.FilterValue(scalar, "column", $"(({operand})value).Value")})");
    }

    private static IEnumerable<Operator> Elements(ScalarSpec scalar)
    {
        string item = scalar.TypeName, value = $"static (column, value) => {ScalarCode.FilterValue(scalar, "column", "value")}";
        yield return new Operator("Contains", "Rows that have a value among theirs.",
            $"{Filter} Contains({item} value)", $"ContainsAny([value])");
        yield return new Operator("ContainsAny", "Rows that have any of some values among theirs.",
            $"{Filter} ContainsAny({RuntimeNames.Enumerable}<{item}> values)", $"{RuntimeNames.Services}.ElementFilters.Any(this, values, {value})");
        yield return new Operator("ContainsAll", "Rows that have all of some values among theirs.",
            $"{Filter} ContainsAll({RuntimeNames.Enumerable}<{item}> values)", $"{RuntimeNames.Services}.ElementFilters.All(this, values, {value})");
    }

    private static IEnumerable<Operator> Range(ScalarSpec scalar, string columnType)
    {
        yield return Compare("<", "is less than a value", "Less", scalar, columnType);
        yield return Compare("<=", "is at most a value", "LessOrEqual", scalar, columnType);
        yield return Compare(">", "is greater than a value", "Greater", scalar, columnType);
        yield return Compare(">=", "is at least a value", "GreaterOrEqual", scalar, columnType);
        yield return new Operator("Between", "Rows whose value lies between two values or equals one of them.",
            $"{Filter} Between({scalar.TypeName} low, {scalar.TypeName} high)",
            $"{Filters}.Between(this, {ScalarCode.FilterValue(scalar, "this", "low")}, {ScalarCode.FilterValue(scalar, "this", "high")})");
    }

    private static IEnumerable<Operator> Geo() =>
    [
        new("Within", "Rows whose point lies at most so far from another.",
            $"{Filter} Within(global::Rom.GeoPoint center, double radius, global::Rom.GeoUnit unit = global::Rom.GeoUnit.Meters)",
            $"{RuntimeNames.Services}.GeoFilters.Within(this, center, radius, unit)"),
        new("WithinBox", "Rows whose point lies in a box around another, whose sides run north and east.",
            $"{Filter} WithinBox(global::Rom.GeoPoint center, double width, double height, global::Rom.GeoUnit unit = global::Rom.GeoUnit.Meters)",
            $"{RuntimeNames.Services}.GeoFilters.WithinBox(this, center, width, height, unit)"),
        new("DistanceTo", "The distance of the point from another, to order by and to select.",
            "global::Rom.DistanceColumn DistanceTo(global::Rom.GeoPoint center, global::Rom.GeoUnit unit = global::Rom.GeoUnit.Meters)", "new(this, center, unit)"),
    ];

    private static IEnumerable<Operator> Null() =>
    [
        new("IsNull", "Rows without a value.", $"{Filter} IsNull()", $"{Filters}.IsNull(this)"),
        new("IsNotNull", "Rows with a value.", $"{Filter} IsNotNull()", $"{Filters}.IsNotNull(this)"),
    ];

    private static Operator Equal(string symbol, string meaning, string method, ScalarSpec scalar, string columnType) => new(
        symbol, $"Rows whose value {meaning}.",
        $"static {Filter} operator {symbol}({columnType} column, {RuntimeNames.Operand}<{scalar.TypeName}?> value)",
        $"{Filters}.{method}(column, {ScalarCode.FilterValue(scalar, "column", "value.Value")})");

    /// <summary>Without an Operand in between, because C# chains no two conversions of users.</summary>
    private static Operator EqualConverted(string symbol, string meaning, string method, ScalarSpec scalar, string columnType) => new(
        symbol, $"Rows whose value {meaning}.",
        $"static {Filter} operator {symbol}({columnType} column, {scalar.TypeName} value)",
        $"{Filters}.{method}(column, {ScalarCode.FilterValue(scalar, "column", "value")})");

    private static Operator Compare(string symbol, string meaning, string method, ScalarSpec scalar, string columnType) => new(
        symbol, $"Rows whose value {meaning}.",
        $"static {Filter} operator {symbol}({columnType} column, {scalar.TypeName}? value)",
        $"{Filters}.{method}(column, {ScalarCode.FilterValue(scalar, "column", "value")})");

    private static Operator Text(string name, string parameter, string summary, string method) =>
        new(name, summary, $"{Filter} {name}(string {parameter})", $"{RuntimeNames.TextFilters}.{method}(this, {parameter})");

    private static Operator Like(string meaning, string method) => new(
        "Like", $"{meaning}, from its start and, anchored, to its end: ? none or one character, * any, + one or more, ! exactly one, \\ escapes.",
        $"{Filter} Like(string pattern, bool anchored = false)", $"{RuntimeNames.TextFilters}.{method}(this, pattern, anchored)");
}
