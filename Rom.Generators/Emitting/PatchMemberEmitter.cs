using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The members that change a row by its key: for one to eight changes, and for a collection expression.</summary>
internal static class PatchMemberEmitter
{
    private const int MostChanges = 8;

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        if (!model.OmittedMembers.Contains(GeneratedNames.PatchAsync)) Emit(writer, model, GeneratedNames.PatchAsync, isConditional: false);
        if (!model.OmittedMembers.Contains(GeneratedNames.UpdateIfAsync)) Emit(writer, model, GeneratedNames.UpdateIfAsync, isConditional: true);
    }

    private static void Emit(SourceWriter writer, ModelSpec model, string name, bool isConditional)
    {
        string patches = RuntimeNames.Patches(model), patch = $"global::Rom.Patch<{model.TypeName}>", columns = $"{model.TypeName}.{GeneratedNames.Columns}";
        string condition = isConditional ? $"{RuntimeNames.Function}<{columns}, {RuntimeNames.Filter}> condition, " : "";
        string passed = isConditional ? "condition, " : "";
        for (int count = 0; count <= MostChanges; count++)
        {
            // First the form whose lambda returns a collection.
            string[] parameters = count == 0 ? ["changes"] : [.. Enumerable.Range(1, count).Select(i => count == 1 ? "change" : $"change{i}")];
            string type = count == 0 ? $"{RuntimeNames.Function}<{columns}, {patch}[]>" : $"{RuntimeNames.Function}<{columns}, {patch}>";
            string made = count == 0
                ? $"{patches}.Of(changes)"
                : $"new[] {{ {string.Join(", ", parameters.Select(parameter => $"{patches}.Of({parameter})"))} }}";
            string changes = string.Join(", ", parameters.Select(parameter => $"{type} {parameter}"));
            Document(writer, parameters, isConditional);
            writer.Write($"""
                public static {RuntimeNames.Task}<bool> {name}({RuntimeNames.Context} context, {KeyCode.Type(model)} key, {condition}{changes}, {RuntimeNames.CancellationToken} cancellationToken = default)
                    => {patches}.{name}(context, key, {passed}{made}, cancellationToken);
                """);
            writer.Blank();
        }
    }

    private static void Document(SourceWriter writer, IEnumerable<string> parameters, bool isConditional)
    {
        writer.Write(isConditional
            ? "/// <summary>Changes a row if it meets a condition, with its index entries and uniques, and nothing comes between the test and the write. Two round trips.</summary>"
            : "/// <summary>Changes a row, computed from what it holds, with its index entries and uniques. One round trip where the store can compute it exactly, otherwise two, and again when somebody else was faster.</summary>");
        writer.Write("""
            /// <param name="context">The database or session; a session's tracked entity does not follow.</param>
            /// <param name="key">The key.</param>
            """);
        if (isConditional) writer.Write("/// <param name=\"condition\">Plain C# over the typed columns, called once, now.</param>");
        foreach (string parameter in parameters) writer.Write($"/// <param name=\"{parameter}\">What to change, by the methods of the typed columns.</param>");
        writer.Write($"""
            /// <param name="cancellationToken">Stops waiting for the answer.</param>
            /// <returns>{(isConditional ? "Whether there is a row that met the condition." : "Whether there is a row.")}</returns>
            """);
    }
}
