using System.Globalization;

namespace Rom.Benchmarks.HandWritten;

/// <summary>
/// Members of the ordered set of balances, whose byte order is that of the balances: sign and count of integer digits, the digits, an
/// end, the id. Exact for every decimal, as the row is; doubles as scores would not be.
/// </summary>
internal static class BalanceOrder
{
    private const int MaxLength = 56;

    public static byte[] Member(decimal balance, long id)
    {
        Span<byte> member = stackalloc byte[MaxLength];
        int length = Write(member, balance);
        id.TryFormat(member[length..], out int written, default, CultureInfo.InvariantCulture);
        return member[..(length + written)].ToArray();
    }

    /// <summary>What the members of a balance begin with.</summary>
    public static byte[] Head(decimal balance)
    {
        Span<byte> head = stackalloc byte[MaxLength];
        return head[..Write(head, balance)].ToArray();
    }

    private static int Write(Span<byte> to, decimal balance)
    {
        if (balance == 0)
        {
            to[0] = 0x80;
            to[1] = (byte)' ';
            return 2;
        }

        Span<byte> text = stackalloc byte[32];
        bool negative = balance < 0;
        decimal.Abs(balance).TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> digits = text[..written].TrimStart((byte)'0');
        int point = digits.IndexOf((byte)'.');
        int whole = point < 0 ? digits.Length : point;
        digits = digits.TrimEnd((byte)'0');
        to[0] = (byte)(negative ? 0x7F - whole : 0x80 + whole);
        int length = 1;
        foreach (byte digit in digits)
        {
            if (digit != '.') to[length++] = negative ? (byte)('0' + '9' - digit) : digit;
        }

        to[length++] = negative ? (byte)'~' : (byte)' ';
        return length;
    }
}
