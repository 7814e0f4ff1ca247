using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The members that users call on a model.</summary>
internal static class MemberEmitter
{
    private const string Cancellation = $"{RuntimeNames.CancellationToken} cancellationToken = default";

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (model.DeclaresKey) Key(writer, model);
        Member(writer, model, GeneratedNames.GetAsync, Get);
        if (model.KeyParts.Count > 1) Member(writer, model, GeneratedNames.GetAsync, GetByParts);
        for (int i = 0; i < model.Uniques.Count; i++)
        {
            int ordinal = i;
            Member(writer, model, model.Uniques[i].LookupName, one => Lookup(one, ordinal));
        }

        Member(writer, model, GeneratedNames.Query, Query);
        Member(writer, model, GeneratedNames.SaveAsync, Save);
        Member(writer, model, GeneratedNames.DeleteAsync, Delete);
        Member(writer, model, GeneratedNames.RefreshAsync, Refresh);
        Member(writer, model, GeneratedNames.Copy, Copy);
        Member(writer, model, GeneratedNames.ToDictionary, ToDictionary);
    }

    private static void Member(SourceWriter writer, ModelSpec model, string name, Func<ModelSpec, string> source)
    {
        if (model.OmittedMembers.Contains(name)) return;
        writer.Write(source(model));
        writer.Blank();
    }

    private static void Key(SourceWriter writer, ModelSpec model)
    {
        writer.Write($$"""
            /// <summary>The primary key, assigned by the store on the first save; 0 until then.</summary>
            public long {{model.Key.Identifier}} { get; private set; }
            """);
        writer.Blank();
    }

    private static string Get(ModelSpec model) => $"""
        /// <summary>Loads an entity by its key, or null when there is none. One round trip: HMGET, O(columns).</summary>
        /// <param name="context">The database or session.</param>
        /// <param name="key">The key.</param>
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        public static {RuntimeNames.Task}<{model.TypeName}?> GetAsync({RuntimeNames.Context} context, {KeyCode.Type(model)} key, {Cancellation})
            => {RuntimeNames.Operations(model)}.GetAsync(context, key, cancellationToken);

        /// <summary>Loads several entities in the order of their keys; missing ones are left out. One round trip: O(keys * columns).</summary>
        /// <param name="context">The database or session.</param>
        /// <param name="keys">The keys.</param>
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        public static {RuntimeNames.Task}<global::System.Collections.Generic.List<{model.TypeName}>> GetAsync({RuntimeNames.Context} context, {RuntimeNames.Enumerable}<{KeyCode.Type(model)}> keys, {Cancellation})
            => {RuntimeNames.Operations(model)}.GetAsync(context, keys, cancellationToken);
        """;

    private static string GetByParts(ModelSpec model) => $"""
        /// <summary>Loads an entity by its key, or null when there is none. One round trip: HMGET, O(columns).</summary>
        /// <param name="context">The database or session.</param>
        {string.Join("\n", model.KeyParts.Select(part => $"/// <param name=\"{part.ParameterName.TrimStart('@')}\">The key's {model.Columns[part.Column].Name}.</param>"))}
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        public static {RuntimeNames.Task}<{model.TypeName}?> GetAsync({RuntimeNames.Context} context, {string.Join(", ", model.KeyParts.Select(part => $"{model.Columns[part.Column].Type.TypeName} {part.ParameterName}"))}, {Cancellation})
            => GetAsync(context, ({string.Join(", ", model.KeyParts.Select(part => part.ParameterName))}), cancellationToken);
        """;

    private static string Lookup(ModelSpec model, int ordinal)
    {
        UniqueSpec unique = model.Uniques[ordinal];
        ColumnSpec[] columns = unique.Computed is { } computed ? [computed.Column] : [.. unique.Columns.Select(column => model.Columns[column])];
        string parameters = string.Join(", ", columns.Select((column, i) => $"{column.Type.TypeName}{Nullable(column)} {unique.ParameterNames[i]}"));
        string values = string.Join(", ", columns.Select((column, i) =>
            ScalarCode.FilterValue(column.Type, $"{GeneratedNames.Metadata}.{GeneratedNames.Columns}.{column.Identifier}", unique.ParameterNames[i])));
        string described = string.Join("\n", columns.Select((column, i) =>
            $"/// <param name=\"{unique.ParameterNames[i].TrimStart('@')}\">The value of {column.Name}.</param>"));
        return $"""
            /// <summary>Loads the entity that has this {string.Join(" and ", columns.Select(column => column.Name))}, or null when none has. One round trip: HGET and HMGET, O(columns).</summary>
            /// <param name="context">The database or session.</param>
            {described}
            /// <param name="cancellationToken">Stops waiting for the answer.</param>
            public static {RuntimeNames.Task}<{model.TypeName}?> {unique.LookupName}({RuntimeNames.Context} context, {parameters}, {Cancellation})
                => {RuntimeNames.Operations(model)}.GetByUniqueAsync(context, {ordinal}, {(columns.Length == 1 ? values : $"new[] {{ {values} }}")}, cancellationToken);
            """;

        // Null is no value that an entity could be found by; a part of several may come from a nullable property all the same.
        string Nullable(ColumnSpec column) => columns.Length > 1 && column.IsNullable ? "?" : "";
    }

    private static string Query(ModelSpec model) => $"""
        /// <summary>Starts a query.</summary>
        /// <param name="context">The database or session.</param>
        public static {RuntimeNames.Query(model)} Query({RuntimeNames.Context} context) => new(context);
        """;

    private static string Save(ModelSpec model) => $"""
        /// <summary>Saves the entity with its unique checks and index entries, all or nothing. One round trip; none when nothing changed.</summary>
        /// <param name="context">The database or session.</param>
        /// <param name="mode">What is written, and what must hold before it.</param>
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        /// <returns>How many columns were written.</returns>
        /// <exception cref="global::Rom.UniqueViolationException">Another entity has the value of a unique.</exception>
        /// <exception cref="global::Rom.DataRaceException">Another writer changed a column that this save writes.</exception>
        /// <exception cref="global::Rom.EntityDeletedException">The row is gone.</exception>
        /// <exception cref="global::Rom.DuplicateKeyException">The key of a new entity is taken.</exception>
        /// <exception cref="global::Rom.SchemaException">The stored indexes are not those of this program.</exception>
        /// <exception cref="global::Rom.CommitOutcomeUnknownException">No answer came: the save may have happened, or may still.</exception>
        public {RuntimeNames.Task}<int> SaveAsync({RuntimeNames.Context} context, global::Rom.SaveMode mode = global::Rom.SaveMode.Changed, {Cancellation})
            => {RuntimeNames.Operations(model)}.SaveAsync(context, this, mode, cancellationToken);
        """;

    private static string Delete(ModelSpec model) => $"""
        /// <summary>Deletes the entity's row with its uniques and index entries, whoever changed it meanwhile. One round trip.</summary>
        /// <param name="context">The database or session.</param>
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        /// <returns>False when the row was gone already.</returns>
        public {RuntimeNames.Task}<bool> DeleteAsync({RuntimeNames.Context} context, {Cancellation})
            => {RuntimeNames.Operations(model)}.DeleteAsync(context, this, cancellationToken);
        """;

    private static string Refresh(ModelSpec model) => $"""
        /// <summary>Reads the entity's row again and drops changes that were not saved. One round trip: HMGET, O(columns).</summary>
        /// <param name="context">The database or session.</param>
        /// <param name="cancellationToken">Stops waiting for the answer.</param>
        /// <exception cref="global::Rom.EntityDeletedException">The row is gone. The columns stay as they are.</exception>
        public {RuntimeNames.Task} RefreshAsync({RuntimeNames.Context} context, {Cancellation})
            => {RuntimeNames.Operations(model)}.RefreshAsync(context, this, cancellationToken);
        """;

    private static string Copy(ModelSpec model) => $"""
        /// <summary>A new entity with the same column values. Its key is unset where the store or the client assigns it, and the same where the caller does.</summary>
        public {model.TypeName} Copy() => {RuntimeNames.Operations(model)}.Copy(this);
        """;

    private static string ToDictionary(ModelSpec model) => $$"""
        /// <summary>The values of the columns by property name.</summary>
        public global::System.Collections.Generic.IReadOnlyDictionary<string, object?> ToDictionary()
            => new global::System.Collections.Generic.Dictionary<string, object?>({{model.VisibleColumns.Count()}})
            {
        {{string.Join("\n", model.VisibleColumns.Select(column => $"        [{Literals.String(column.Name)}] = {column.Identifier},"))}}
            };
        """;
}
