using Rom.Generators.Specs;

namespace Rom.Generators.Emitting;

/// <summary>
/// Partial properties and methods of a model that is not valid. Without their other part the compiler would report its own error of them and stop
/// before it reports any of Rom's, of any model.
/// </summary>
internal static class UnimplementedEmitter
{
    public static void Emit(SourceWriter writer, ModelSpec model)
    {
        foreach (UnimplementedSpec property in model.Unimplemented)
        {
            writer.Open(property.Declaration);
            foreach (string accessor in property.Accessors) writer.Write($"{accessor} => {MetadataEmitter.Invalid(model)};");
            writer.Close();
            writer.Blank();
        }

        foreach (string method in model.UndeclaredMethods)
        {
            writer.Write(method);
            writer.Blank();
        }
    }
}
