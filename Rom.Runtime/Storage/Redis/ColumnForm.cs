using Rom.CompilerServices;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The letters by which <c>shared/encoding.lua</c> knows the forms of stored text; <c>0</c> follows when the byte NUL stands for null.</summary>
internal static class ColumnForm
{
    private static readonly byte[][] Forms = [.. Enum.GetValues<ValueKind>().SelectMany<ValueKind, byte[]>(kind => [[Letter(kind)], [Letter(kind), (byte)'0']])];

    private static readonly RedisValue[] Arguments = [.. Forms.Select(form => (RedisValue)form)];

    public static string Of(ValueKind kind) => ((char)Letter(kind)).ToString();

    public static byte[] Of(ColumnMetadata column) => Forms[Place(column)];

    /// <summary>The same, made once as an argument.</summary>
    public static RedisValue ArgumentOf(ColumnMetadata column) => Arguments[Place(column)];

    private static int Place(ColumnMetadata column) => 2 * (int)column.Kind + (column.StoresNull ? 1 : 0);

    private static byte Letter(ValueKind kind) => (byte)(kind switch
    {
        ValueKind.Number => 'n',
        ValueKind.Double => 'd',
        ValueKind.Instant => 'i',
        ValueKind.Version => 'v',
        ValueKind.Address => 'a',
        ValueKind.Ranked => 'r',
        _ => 't',
    });
}
