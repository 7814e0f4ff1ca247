using System.Globalization;
using Rom.Benchmarks.Models;
using StackExchange.Redis;

namespace Rom.Benchmarks.HandWritten;

/// <summary>The measured entity without Rom: a plain class and the order of its fields.</summary>
internal sealed class HandAccount
{
    /// <summary>The row's fields, in the order in which rows are read.</summary>
    public static readonly RedisValue[] Fields = ["Id", "Email", "Balance", "Bio", "Name", "Status"];

    public long Id { get; set; }

    public required string Email { get; init; }

    public decimal Balance { get; set; }

    public required string Bio { get; init; }

    public required string Name { get; init; }

    public AccountStatus Status { get; init; }

    /// <summary>The account in some fields of a reply; null when there is no row.</summary>
    public static HandAccount? Read(RedisValue[] reply, int from = 0)
    {
        if (reply[from].IsNull) return null;
        return new HandAccount
        {
            Id = (long)reply[from],
            Email = (string)reply[from + 1]!,
            Balance = decimal.Parse(((byte[])reply[from + 2]!).AsSpan(), NumberStyles.Number, CultureInfo.InvariantCulture),
            Bio = (string)reply[from + 3]!,
            Name = (string)reply[from + 4]!,
            Status = (AccountStatus)(int)reply[from + 5],
        };
    }
}
