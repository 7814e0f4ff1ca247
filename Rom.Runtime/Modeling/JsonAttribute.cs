namespace Rom;

/// <summary>
/// Stores a property as readable JSON, written by System.Text.Json through its source generation. Without it a value with parts is stored
/// as MessagePack, which is smaller and faster.
/// </summary>
/// <param name="context">
/// A class that derives from <c>JsonSerializerContext</c> and has a <c>[JsonSerializable(typeof(T))]</c> of the property's type; its options
/// decide the form.
/// </param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonAttribute(Type? context = null) : Attribute
{
    /// <summary>The serializer context.</summary>
    public Type? Context { get; } = context;
}
