using System.Buffers.Binary;
using System.Security.Cryptography;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>
/// The text from which a page goes on: a digest of the query that it belongs to, and the place in its order of the last row before.
/// It stays right while rows are added, changed and deleted.
/// </summary>
internal static class PageCursor
{
    private const int DigestLength = 8, SumLength = 4, Head = DigestLength + sizeof(int);

    public static string Of(SearchPlan plan, byte[]?[] last)
    {
        OrderPosition place = OrderPosition.Of(plan, last);
        byte[] bytes = new byte[Head + place.Entry.Length + place.Key.Length + SumLength];
        Digest(plan).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(DigestLength), place.Entry.Length);
        place.Entry.CopyTo(bytes, Head);
        place.Key.CopyTo(bytes, Head + place.Entry.Length);
        Sum(bytes.AsSpan(..^SumLength)).CopyTo(bytes.AsSpan(^SumLength..));
        return Text(bytes);
    }

    public static OrderPosition Parse(SearchPlan plan, string cursor)
    {
        string text = cursor.Replace('-', '+').Replace('_', '/');
        byte[] bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out int length) || length < Head + SumLength) throw Broken(plan);
        length -= SumLength;
        if (Text(bytes.AsSpan(0, length + SumLength)) != cursor || !Sum(bytes.AsSpan(0, length)).SequenceEqual(bytes.AsSpan(length, SumLength))) throw Broken(plan);
        if (!bytes.AsSpan(0, DigestLength).SequenceEqual(Digest(plan)))
            throw new QueryException($"A cursor belongs to another query than this one on {plan.Model.Name}: conditions and order must be those of the page that gave it.") { Model = plan.Model.Name };
        int entry = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(DigestLength));
        if (entry < 0 || entry > length - Head) throw Broken(plan);
        return new OrderPosition(bytes[Head..(Head + entry)], bytes[(Head + entry)..length]);
    }

    /// <summary>Finds what was damaged, not what was forged: a cursor gives nobody rows that the query does not.</summary>
    private static ReadOnlySpan<byte> Sum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, SumLength);

    private static string Text(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static QueryException Broken(SearchPlan plan) =>
        new($"A cursor of a query on {plan.Model.Name} is damaged: it must be the text that a page gave as Next, as it was.") { Model = plan.Model.Name };

    private static byte[] Digest(SearchPlan plan)
    {
        FilterDigest digest = new();
        digest.Add(plan.Model.Name);
        digest.Add(plan.Descending ? 1 : 0);
        foreach (OrderColumn order in plan.Order)
        {
            digest.Add(order.Column.StoredName);
            digest.Add((order.IsReversed ? 1 : 0) + (order.IsNullHigh ? 2 : 0));
            if (order.From is { } from) digest.Add(FormattableString.Invariant($"{from.Longitude:R},{from.Latitude:R}"));
        }

        foreach (SearchFilter condition in plan.Conditions) digest.Add(condition);
        return SHA256.HashData(digest.Bytes)[..DigestLength];
    }
}
