using System.Globalization;

namespace Rom.Benchmarks.Models;

/// <summary>The column values of one account; both sides store the same.</summary>
internal sealed record AccountData(string Email, decimal Balance, string Bio, string Name, AccountStatus Status)
{
    /// <summary>How many rows each side holds while it is measured.</summary>
    public const int Rows = 20_000;

    private const int Topics = 1_000;

    /// <summary>The account of a number; below <see cref="Rows"/> they are the ones that queries find.</summary>
    public static AccountData Of(int number)
    {
        // A row that a save adds must not change what a query finds, so its topic is one that no query asks for.
        int topic = number < Rows ? number % Topics : Topics + number % Topics;
        return new AccountData(
            Text($"user{number}@example.com"),
            BalanceOf(number * 7919L % Rows),
            Text($"Topic{topic} mood{number / Topics % 2} area{number % 50}, likes{number % 300} and{number}."),
            Text($"Name {number:D7}"),
            (AccountStatus)(number % 3));
    }

    /// <summary>The balance of the account that has a place in the order of balances.</summary>
    public static decimal BalanceOf(long place) => place * 1.37m;

    /// <summary>A word that 20 accounts have and one that half of all have; 10 have both.</summary>
    public static string WordsOf(int number) => Text($"topic{number % Topics} mood0");

    /// <summary>The beginning of ten names.</summary>
    public static string NamePrefixOf(int number) => Text($"Name {number % Rows / 10:D6}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
