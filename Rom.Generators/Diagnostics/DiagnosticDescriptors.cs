using Microsoft.CodeAnalysis;

namespace Rom.Generators.Diagnostics;

/// <summary>
/// Every diagnostic of Rom. ROM001 to ROM099 are about the definition of a model and what its queries say: they cannot be wrong, so they
/// are errors. Each has a line in AnalyzerReleases, a page in docs/diagnostics and a test; a message says what to write instead.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "Rom.Model";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "ROM001", "A model and its containing types must be partial",
        "'{0}' must be partial, so that Rom can add members to the model '{1}': write 'partial {2} {0}'");

    public static readonly DiagnosticDescriptor UnusableKeyPart = Error(
        "ROM002", "A part of the key cannot be used",
        "'{0}.{1}' is a part of the key and of type '{2}': {3}a part is a non-nullable string, char, Guid, bool, integer, enum, DateOnly, TimeOnly or TimeSpan, "
        + "whose values are equal just when their texts are");

    public static readonly DiagnosticDescriptor UnusableKeyType = Error(
        "ROM003", "The type cannot be a primary key",
        "'{0}.{1}' is the key and of type '{2}': {3}a key is a long or int (assigned by the store), a Guid (assigned by the client) "
        + "or a non-nullable string (assigned by you); if it should not be the key, mark another property [PrimaryKey]");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "ROM004", "The type of a column is not supported",
        "'{0}.{1}' is of type '{2}', which Rom cannot store: {3}; or mark the property [NotStored]");

    public static readonly DiagnosticDescriptor UnusableIndex = Error(
        "ROM005", "The column cannot have this index", "'{0}.{1}' cannot have this index: {2}");

    public static readonly DiagnosticDescriptor UnusableUnique = Error(
        "ROM006", "The column cannot be unique", "'{0}.{1}' cannot be [Unique]: {2}");

    public static readonly DiagnosticDescriptor SameStoredName = Error(
        "ROM007", "Two models have one stored name",
        "'{0}' and '{1}' are both stored as '{2}'{3}, so their rows would mix: give one of them another name with [RomModel(Name = \"...\")]",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Generic = Error(
        "ROM008", "A model cannot be generic",
        "'{0}' is generic or lies inside a generic type: a model has one stored name, so write a class without type parameters for each type argument");

    public static readonly DiagnosticDescriptor UnusableName = Error(
        "ROM009", "A stored name cannot be used", "{0} of '{1}' cannot be {2}: {3}");

    public static readonly DiagnosticDescriptor NameClash = Error(
        "ROM010", "A member clashes with a generated one", "'{0}' clashes with {1} that Rom generates: {2}");

    public static readonly DiagnosticDescriptor UnusableComposite = Error(
        "ROM011", "An index over several columns is not usable",
        "The index over several columns of '{0}' cannot be: {1}");

    public static readonly DiagnosticDescriptor AmbiguousStartsWith = Error(
        "ROM012", "StartsWith or EndsWith would have two meanings",
        "'{0}.{1}' has an Ordered index, whose {2} tests the whole string, and a FullText index with {3}, whose {2} tests words: "
        + "remove {3} = true, or index the words under another name with Keys");

    public static readonly DiagnosticDescriptor DuplicateIndex = Error(
        "ROM013", "Two indexes are the same", "'{0}' has an index twice: {1}");

    public static readonly DiagnosticDescriptor NoParameterlessConstructor = Error(
        "ROM014", "A model needs a parameterless constructor",
        "'{0}' has no parameterless constructor, which Rom needs to make the entities that it loads: add 'private {0}() {{ }}'{1}");

    public static readonly DiagnosticDescriptor UnusableClass = Error(
        "ROM015", "The class cannot be a model", "'{0}' cannot be a model: {1}");

    public static readonly DiagnosticDescriptor InitializerNotConstant = new(
        "ROM016", "The initializer applies to new entities only",
        "The initializer of '{0}.{1}' is not constant, so it applies to new entities only: on a row stored without this column it {2}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink("ROM016"));

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "ROM017", "The language version is too old",
        "{0} needs C# {1} or later and this project has C# {2}: remove <LangVersion> from the project or set it to 'latest'");

    public static readonly DiagnosticDescriptor NotAColumn = Error(
        "ROM018", "A Rom attribute on a property that is not stored",
        "[{2}] on '{0}.{1}' has no effect, because the property is not a column ({3}): {4}");

    public static readonly DiagnosticDescriptor FilterAsCondition = Error(
        "ROM019", "A filter cannot be a condition of the program",
        "A Filter cannot be a condition of the program, where it is always false: combine filters with &&, || and ! "
        + "(for 'a ? b : c' write '(a && b) || (!a && c)'), and where the program decides, build the query in steps "
        + "('if (wanted) query = query.Where(...)')");

    public static readonly DiagnosticDescriptor RuntimeMismatch = Error(
        "ROM020", "The packages of Rom do not belong together",
        "Rom.Generators {0} writes code for contract V{1} of Rom.Runtime, but {2}: install the same version of both packages");

    public static readonly DiagnosticDescriptor UnusableConverter = Error(
        "ROM021", "A converter cannot be used", "'{0}.{1}' cannot have this converter: {2}");

    public static readonly DiagnosticDescriptor UnusableEnumName = Error(
        "ROM022", "The column cannot be stored by name", "'{0}.{1}' cannot be stored by name: {2}");

    public static readonly DiagnosticDescriptor MixedKeyIndex = Error(
        "ROM023", "The parts of the key disagree about its index",
        "One property of the key of '{0}' says Index = true and another Index = false: write Index = false on one of them and nothing on the others");

    public static readonly DiagnosticDescriptor NoRowSource = new(
        "ROM024", "Nothing has every row of the model",
        "'{0}' keeps no set of its keys (Index = false) and has no Ordered index, which would stand in for it: a query without a condition that an index "
        + "finds rows by throws QueryException; add an Ordered index, or remove Index = false, if you need such queries",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink("ROM024"));

    public static readonly DiagnosticDescriptor SetNullOnRequired = Error(
        "ROM025", "SetNull on a reference that cannot be null",
        "'{0}.{1}' asks for OnDelete.SetNull and its type '{3}' takes no null: write '{3}?', or another action (Restrict keeps the target, Cascade deletes this row too)");

    public static readonly DiagnosticDescriptor SetDefaultWithout = Error(
        "ROM026", "SetDefault on a reference without a default",
        "'{0}.{1}' asks for OnDelete.SetDefault and has no initializer, which would be the default: write '= {3}.To(...)' after it, or OnDelete.SetNull");

    public static readonly DiagnosticDescriptor SetDefaultOnUnique = Error(
        "ROM027", "SetDefault on a unique reference",
        "'{0}.{1}' asks for OnDelete.SetDefault and is [Unique], so that two rows could not both become the default: write OnDelete.SetNull, or remove [Unique]");

    public static readonly DiagnosticDescriptor NoSuchAction = Error(
        "ROM028", "There is no such action on delete",
        "'{0}.{1}' asks for an action on delete with the number {2}, which there is not: write NoAction, Restrict, Cascade, SetNull or SetDefault");

    public static readonly DiagnosticDescriptor UnusableCollection = Error(
        "ROM029", "The property cannot be a collection", "'{0}.{1}' cannot be a collection of references: {2}");

    public static readonly DiagnosticDescriptor CollectionReference = Error(
        "ROM030", "The reference of a collection is not found", "The collection '{0}.{1}' has no reference to go by: {2}");

    public static readonly DiagnosticDescriptor AmbiguousCollection = Error(
        "ROM031", "A collection is ambiguous",
        "The collection '{0}.{1}' could go by several references of '{2}': {3}; name one: [Collection(nameof({2}.{4}))]");

    public static readonly DiagnosticDescriptor SameFinder = Error(
        "ROM032", "Two uniques have one finder",
        "Two uniques of '{0}' would both have the finder '{1}': give one of the properties another name ([Column(\"...\")] keeps the stored one)");

    public static readonly DiagnosticDescriptor UnsupportedNestedType = Error(
        "ROM035", "The type of a nested member is not supported",
        "'{0}' is of type '{1}', which Rom cannot store inside a nested value: {2}; or mark the member [NotStored]");

    public static readonly DiagnosticDescriptor PolymorphicNestedType = Error(
        "ROM036", "A nested type is abstract or an interface",
        "'{0}' is of type '{1}', which is abstract or an interface, so that Rom could not know what to make when it loads one: "
        + "use a concrete type, or mark it [NotStored]");

    public static readonly DiagnosticDescriptor NoNestedConstructor = Error(
        "ROM037", "A nested type has no constructor that Rom can call",
        "'{0}' is of type '{1}', which has no accessible constructor whose every parameter is a member of the same name and type: "
        + "add a parameterless one, or name the parameters after the properties");

    public static readonly DiagnosticDescriptor UnsettableNestedMember = Error(
        "ROM038", "A nested member cannot be set",
        "'{0}' has no public setter and no constructor of '{1}' takes it, so it would be lost: write it 'get; init;' or 'get; set;', or mark it [NotStored]");

    public static readonly DiagnosticDescriptor EndlessNestedType = Error(
        "ROM039", "A nested type grows without end",
        "'{0}' is of type '{1}', a generic type that contains ever larger ones of itself: use a type that is not generic");

    public static readonly DiagnosticDescriptor SameNestedName = Error(
        "ROM040", "Two members of a nested type have one stored name",
        "'{0}' is stored as '{1}', as another member of the type is: give one of them another name with [Column(\"...\")]");

    public static readonly DiagnosticDescriptor NestedAttribute = Error(
        "ROM041", "A Rom attribute has no effect inside a nested value",
        "[{1}] on '{0}' has no effect, because the member is inside a nested value, which is stored as one: remove it, or make the member a column of the model");

    public static readonly DiagnosticDescriptor UnsupportedDictionaryKey = Error(
        "ROM042", "The key of a dictionary is not supported",
        "'{0}' is a dictionary with keys of type '{1}': use string, an integer, an enum or another scalar that is not nullable as its key, or a List of pairs");

    public static readonly DiagnosticDescriptor NestedModel = Error(
        "ROM043", "A model cannot be a nested value",
        "'{0}' is of type '{1}', a model, whose entities have rows of their own: store its key instead, or a copy of what you need as a class without [RomModel]");

    public static readonly DiagnosticDescriptor UnusableJson = Error(
        "ROM044", "A column cannot be stored as JSON", "'{0}.{1}' cannot be [Json]: {2}");

    public static readonly DiagnosticDescriptor NoJsonContract = Error(
        "ROM045", "A serializer context lacks the type of a JSON column",
        "'{0}.{1}' is [Json] and '{2}' does not serialize its type: add [JsonSerializable(typeof({3}))] to '{2}'");

    public static readonly DiagnosticDescriptor HiddenColumn = Error(
        "ROM050", "A column of a base class is hidden",
        "'{0}' hides the column '{1}', which is stored too: give it another name, override the other, or mark that [NotStored]");

    public static readonly DiagnosticDescriptor UnreachableColumn = Error(
        "ROM051", "A column of a base class cannot be reached",
        "'{0}' cannot read or set the column '{1}' of its base class: make its getter and setter accessible to derived classes "
        + "('get; protected set;') or mark it [NotStored]; Rom cannot use the init-only and private setters of a generic class, nor the private ones of another assembly");

    public static readonly DiagnosticDescriptor UnreachableHook = Error(
        "ROM052", "A hook would never be called",
        "'{0}' is named like a hook and Rom would never call it ({1}): write 'partial void {2}()' in the model, or give it another name");

    public static readonly DiagnosticDescriptor UnusableKeyText = Error(
        "ROM053", "The method of the key's text cannot be used",
        "'{0}' cannot make the text of the key, because {1}: write '{2}'");

    public static readonly DiagnosticDescriptor UnusableVersion = Error(
        "ROM054", "The property cannot be the version", "'{0}.{1}' cannot be the [Version] of the row: {2}");

    public static readonly DiagnosticDescriptor UnusableNative = Error(
        "ROM055", "The property cannot be a native structure", "'{0}.{1}' cannot be [Native]: {2}");

    public static readonly DiagnosticDescriptor OwnAccessors = new(
        "ROM060", "A property with accessors of its own is not stored",
        "'{0}.{1}' has accessors of its own, so it is no column and is not stored: write it as 'get; set;' to store it, or mark it [NotStored] to say that it is not",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink("ROM060"));

    public static readonly DiagnosticDescriptor NoAction = new(
        "ROM061", "A reference does not say what a delete of its target does",
        "[Reference] on '{0}.{1}' names no action, so nothing happens when its target is deleted and the reference dangles: write [Reference(OnDelete.NoAction)] to "
        + "say that this is meant, the one action of this version; Restrict, Cascade, SetNull and SetDefault are refused until Rom does them (ROM130)",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink("ROM061"));

    public static readonly DiagnosticDescriptor ComputedWithoutName = Error(
        "ROM080", "A computed index or unique needs a name",
        "The index or unique of '{0}' that {1} computes has no name, by which queries could ask for it: write Name = \"...\" beside Keys");

    public static readonly DiagnosticDescriptor ComputedMethodMissing = Error(
        "ROM081", "The method of a computed index is not found",
        "Keys of an index or unique of '{0}' names '{1}', and the class {2} of that name: name one static method, best with nameof");

    public static readonly DiagnosticDescriptor ComputedMethodUnusable = Error(
        "ROM082", "The method of a computed index cannot be called", "'{0}.{1}' cannot compute keys: {2}");

    public static readonly DiagnosticDescriptor ComputedParameter = Error(
        "ROM083", "A parameter of a computed index is no column", "The parameter '{2}' of '{0}.{1}' cannot be filled from a row: {3}");

    public static readonly DiagnosticDescriptor ComputedResult = Error(
        "ROM084", "The result of a computed index cannot be indexed",
        "'{0}.{1}' returns '{2}', which cannot be indexed: return a string, a number or another type that a column can have, a nullable form of one, "
        + "or an IEnumerable of one");

    public static readonly DiagnosticDescriptor ComputedName = Error(
        "ROM085", "The name of a computed index cannot be used", "A computed index or unique of '{0}' cannot be named '{1}': {2}");

    public static readonly DiagnosticDescriptor MixedCase = Error(
        "ROM086", "The indexes of a column disagree about letter case",
        "Some indexes or the unique of '{0}.{1}' ignore letter case and others do not, so its operators would mean different things: "
        + "write IgnoreCase = true on all or on none, or add a computed index, which is a column of its own");

    public static readonly DiagnosticDescriptor UnusableTokenizer = Error(
        "ROM087", "The tokenizer cannot be used", "'{0}' cannot be the tokenizer of an index: {1}");

    public static readonly DiagnosticDescriptor UnusableCompositeUnique = Error(
        "ROM088", "A unique over several columns is not usable", "The unique over several columns of '{0}' cannot be: {1}");

    public static readonly DiagnosticDescriptor OnDeleteNotOffered = Error(
        "ROM130", "The action on delete is not offered yet",
        "'{0}.{1}' asks for OnDelete.{2}, which this version of Rom does not do: write [Reference(OnDelete.NoAction)], and see to the rows "
        + "that refer to a deleted one yourself, in one session");

    public static readonly DiagnosticDescriptor NoModelToReferTo = Error(
        "ROM131", "A reference to a class that is no model",
        "'{0}.{1}' is of type '{2}', whose target is no model: mark the target [RomModel], or store its key in a column of the key's type");

    public static readonly DiagnosticDescriptor NotAReference = Error(
        "ROM132", "[Reference] on a property that is no reference",
        "[Reference] on '{0}.{1}' has no effect, because its type is '{2}': make the type 'Ref<' and the model and '>', or remove the attribute");

    private static DiagnosticDescriptor Error(string id, string title, string message, params string[] tags) => new(
        id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);

    /// <summary>The page's place in the repository, until that has a public address.</summary>
    private static string HelpLink(string id) => $"docs/diagnostics/{id}.md";
}
