using Rom.CompilerServices;

namespace Rom.Storage.Redis;

/// <summary>The letters by which <c>shared/encoding.lua</c> knows the forms of stored text.</summary>
internal static class ColumnForm
{
    public static string Of(ValueKind kind) => kind switch
    {
        ValueKind.Number => "n",
        ValueKind.Double => "d",
        ValueKind.Instant => "i",
        ValueKind.Version => "v",
        ValueKind.Address => "a",
        _ => "t",
    };
}
