using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The partial methods that the runtime calls around saves and deletes. The compiler drops the calls of those that the model does not implement.</summary>
internal static class HookEmitter
{
    private static readonly Dictionary<string, string> Summaries = new()
    {
        ["BeforeInsert"] = "Implement it to run code before a new entity is saved. What it changes is part of the save; an exception prevents it. A key that the store assigns is still unset.",
        ["AfterInsert"] = "Implement it to run code after a new entity was saved. What it changes waits for the next save; the entity stays saved if it throws.",
        ["BeforeUpdate"] = "Implement it to run code before each save of a stored entity, also an unchanged one. What it changes is part of the save; an exception prevents it.",
        ["AfterUpdate"] = "Implement it to run code after each save of a stored entity, also of an unchanged one. What it changes waits for the next save; the entity stays saved if it throws.",
        ["BeforeDelete"] = "Implement it to run code before the entity is deleted. An exception prevents it.",
        ["AfterDelete"] = "Implement it to run code after the entity's row is gone. It stays deleted if it throws.",
    };

    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        string[] hooks = [.. GeneratedNames.Hooks.Where(hook => !model.OmittedMembers.Contains(hook))];
        foreach (string hook in hooks)
        {
            writer.Write($"""
                /// <summary>{Summaries[hook]}</summary>
                partial void {hook}();
                """);
            writer.Blank();
        }

        writer.Open($"static void {RuntimeNames.Interface(model)}.RunHook({model.TypeName} entity, {RuntimeNames.EntityHook} hook)");
        writer.Open("switch (hook)");
        foreach (string hook in hooks) writer.Write($"case {RuntimeNames.EntityHook}.{hook}: entity.{hook}(); break;");
        writer.Close();
        writer.Close();
        writer.Blank();
    }
}
