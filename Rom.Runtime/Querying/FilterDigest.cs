using System.Buffers;
using System.Text;
using Rom.Storage;

namespace Rom.Querying;

/// <summary>Bytes that are the same for the same conditions and for no others.</summary>
internal sealed class FilterDigest
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Add(SearchFilter filter)
    {
        Add(filter.GetType().Name);
        switch (filter)
        {
            case ConstantFilter constant: Add(constant.Value ? 1 : 0); break;
            case AndFilter and: Add(and.Parts); break;
            case OrFilter or: Add(or.Parts); break;
            case RangeFilter range: Add(range.Index.Name, range.Ranges.SelectMany<ByteRange, byte[]?>(one => [one.Low, one.High]), negated: false); break;
            case PostingFilter posting: Add(posting.Index.Name, posting.Tokens, posting.Negated); break;
            case WordFilter words: Add(words.Index.Name, [words.Prefix, .. Parts(words.Pattern), words.Reversed ? [] : null], words.Negated); break;
            case SuffixFilter suffix: Add(suffix.Index.Name, [suffix.Suffix], suffix.Negated); break;
            case GeoFilter geo: Add(geo.Index.Name, [Encoding.UTF8.GetBytes(FormattableString.Invariant($"{geo.Area}"))], geo.Negated); break;
            case UniqueFilter unique: Add(unique.Unique.Name, unique.Values, unique.Negated); break;
            case NullFilter isNull: Add(isNull.Column.StoredName, [], isNull.Negated); break;
            case KeyFilter keys: Add("", keys.Keys, keys.Negated); break;
            case LikeFilter like: Add(like.Index.Name, Parts(like.Pattern), like.Negated); break;
            case CompareFilter compare:
                Add(compare.Left.StoredName + compare.Operator, [compare.Right.StoredNameBytes], compare.Negated);
                break;
            default: throw new InvalidOperationException($"{filter.GetType().Name} is no filter that a cursor knows.");
        }
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public void Add(int number) => _bytes.Write(BitConverter.GetBytes(number));

    private void Add(IReadOnlyList<SearchFilter> parts)
    {
        Add(parts.Count);
        foreach (SearchFilter part in parts) Add(part);
    }

    private void Add(string name, IEnumerable<byte[]?> values, bool negated)
    {
        Add(name);
        Add(negated ? 1 : 0);
        foreach (byte[]? value in values) Add(value);
        Add(-2);
    }

    private void Add(byte[]? bytes)
    {
        Add(bytes?.Length ?? -1);
        _bytes.Write(bytes);
    }

    private static IEnumerable<byte[]?> Parts(LikePattern? pattern)
    {
        if (pattern is null) return [null];
        return pattern.Pieces.SelectMany<LikePiece, byte[]?>(piece => [Gap(piece.Gap), piece.Literal]).Append(Gap(pattern.End));
    }

    private static byte[] Gap(LikeGap gap) => Encoding.UTF8.GetBytes($"{gap.Fewest}-{gap.Most}");
}
