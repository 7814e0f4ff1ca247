namespace Rom;

/// <summary>In what way the rows of a model and what is stored beside them disagree.</summary>
public enum VerifyFindingKind
{
    /// <summary>A row implies an entry or a unique value that is not there.</summary>
    MissingEntry,

    /// <summary>There is an entry or a unique value of a row that does not imply it.</summary>
    StaleEntry,

    /// <summary>There is an entry or a unique value of a row that is gone.</summary>
    OrphanEntry,

    /// <summary>A row has a unique value that is registered for another row.</summary>
    TakenUnique,

    /// <summary>A field that an Ordered index keeps of a computed or case-folded value is not what the row's columns imply.</summary>
    StaleDerivedField,

    /// <summary>The ordered set of distinct words has one that no row has.</summary>
    StaleWord,

    /// <summary>The set of all keys lacks the key of a row, so that counts and unfiltered queries miss it.</summary>
    MissingKey,

    /// <summary>The set of all keys has one whose row is gone.</summary>
    OrphanKey,

    /// <summary>A native structure whose row is gone.</summary>
    OrphanNative,

    /// <summary>A row without the field of its key, which counts as no row.</summary>
    RowWithoutKey,

    /// <summary>A row whose key field is not the key in its name.</summary>
    OtherKey,

    /// <summary>A row whose entries cannot be computed: a stored text is no value of its column, or a method of the model failed.</summary>
    UnreadableRow,

    /// <summary>A key of the model that has another type than Rom gives it.</summary>
    ForeignType,

    /// <summary>A key of an index or unique that the model has not.</summary>
    UnknownIndex,

    /// <summary>The last assigned key is below a row's, or no number: saves must look for a free key.</summary>
    KeyCounterBehind,

    /// <summary>The last version of the model is below a row's, or no number.</summary>
    VersionCounterBehind,

    /// <summary>There are rows and no schema record, so that a program with other indexes would not be refused.</summary>
    MissingSchemaRecord,
}

/// <summary>One thing that <see cref="RomDatabase.VerifyAsync{TModel}"/> found.</summary>
public sealed class VerifyFinding
{
    internal VerifyFinding(VerifyFindingKind kind, string message) => (Kind, Message) = (kind, message);

    /// <summary>What is wrong.</summary>
    public VerifyFindingKind Kind { get; }

    /// <summary>The stored text of the row's key; null where no row is concerned or what is stored names none.</summary>
    public string? Key { get; internal init; }

    /// <summary>The name of the index, the unique or the native structure; null where none is concerned.</summary>
    public string? Index { get; internal init; }

    /// <summary>
    /// Where it is and what is, or should be, there: the name of the key in Redis and the member or field, with bytes that are no printable ASCII as <c>\x00</c>. It may hold values
    /// of your users. Null where a row's key says it all.
    /// </summary>
    public string? Stored { get; internal init; }

    /// <summary>Why the entries of a row cannot be computed; null for other kinds.</summary>
    public Exception? Cause { get; internal init; }

    /// <summary>A sentence. It names the model, the key and the index, and holds values only with <see cref="RomOptions.IncludeValuesInErrors"/>.</summary>
    public string Message { get; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
