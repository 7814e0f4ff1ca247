using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>The properties of native structures: handles made on demand, which hold nothing but the entity.</summary>
internal static class NativeEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (NativeSpec native in model.Natives)
        {
            string owner = $"new {RuntimeNames.Services}.NativeOwner(this, {Literals.String(native.Name)})";
            string value = native.Value is { } scalar ? $", {Value(scalar)}" : "";
            writer.Write($"{native.Modifiers} {native.TypeName} {native.Identifier} => new({owner}{value});");
            writer.Blank();
        }
    }

    private static string Value(ScalarSpec scalar) => scalar.Format is null
        ? $"{RuntimeNames.Services}.NativeText.Instance"
        : $"{RuntimeNames.Services}.NativeValue{ScalarCode.Arguments(scalar)}.Instance";
}
