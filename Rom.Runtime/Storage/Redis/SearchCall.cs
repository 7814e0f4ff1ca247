using System.Globalization;
using Rom.CompilerServices;
using Rom.Indexing;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of <c>search.lua</c>.</summary>
internal sealed class SearchCall
{
    private readonly ModelMetadata _model;
    private readonly KeySpace _keySpace;
    private readonly List<RedisKey> _keys = [];
    private readonly List<RedisValue> _arguments = [];

    public SearchCall(SearchPlan plan, KeySpace keySpace)
    {
        (_model, _keySpace) = (plan.Model, keySpace);
        _keys.Add(keySpace.AllKeys);
        _arguments.Add(plan.Return == SearchReturn.Count ? "count" : "rows");
        Add(plan.Skip);
        Add(plan.Take ?? -1);
        _arguments.Add(plan.Descending ? "1" : "0");
        _arguments.Add(keySpace.RowHead);
        _arguments.Add(MemberForm.Of(plan.Model));
        if (plan.Order is { } order)
        {
            _keys.Add(keySpace.Ordered(order.Ordinal));
            AddColumns(order);
        }
        else
        {
            Add(0);
        }

        Add(keySpace.Fields.Length);
        _arguments.AddRange(keySpace.Fields);
        AddFilter(plan.Filter);
        Keys = [.. _keys];
        Arguments = [.. _arguments];
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    private void AddFilter(SearchFilter filter)
    {
        switch (filter)
        {
            case ConstantFilter constant:
                _arguments.Add(constant.Value ? "all" : "none");
                break;
            case AndFilter and:
                AddParts("and", and.Parts);
                break;
            case OrFilter or:
                AddParts("or", or.Parts);
                break;
            case RangeFilter range:
                _arguments.Add("range");
                _keys.Add(_keySpace.Ordered(range.Index.Ordinal));
                AddColumns(range.Index);
                Add(range.Ranges.Count);
                foreach (ByteRange bounds in range.Ranges)
                {
                    _arguments.Add(bounds.Low);
                    _arguments.Add(bounds.High ?? []);
                }

                break;
            case PostingFilter posting:
                AddLeaf("any", posting.Negated);
                Add(posting.Tokens.Count);
                _keys.AddRange(posting.Tokens.Select(token => _keySpace.Posting(posting.Index.Ordinal, token)));
                break;
            case WordPrefixFilter words:
                AddLeaf("prefix", words.Negated);
                _keys.Add(_keySpace.Words[words.Index.Ordinal]);
                _arguments.Add(words.Prefix);
                _arguments.Add(OrderedEncoding.Successor(words.Prefix) ?? []);
                _arguments.Add(_keySpace.PostingHead(words.Index.Ordinal));
                break;
            case UniqueFilter unique:
                AddLeaf("unique", unique.Negated);
                _keys.Add(_keySpace.Unique(unique.Unique.Ordinal));
                AddValues(unique.Values);
                break;
            case NullFilter isNull:
                AddLeaf("null", isNull.Negated);
                AddColumn(isNull.Column);
                break;
            case KeyFilter keys:
                AddLeaf("key", keys.Negated);
                AddValues([.. keys.Keys.Select(_keySpace.Member)]);
                break;
            default:
                throw new InvalidOperationException($"{filter.GetType().Name} is no filter that search.lua knows.");
        }
    }

    private void AddParts(string kind, IReadOnlyList<SearchFilter> parts)
    {
        _arguments.Add(kind);
        Add(parts.Count);
        foreach (SearchFilter part in parts) AddFilter(part);
    }

    private void AddLeaf(string kind, bool negated)
    {
        _arguments.Add(kind);
        _arguments.Add(negated ? "1" : "0");
    }

    private void AddValues(IReadOnlyList<byte[]> values)
    {
        Add(values.Count);
        foreach (byte[] value in values) _arguments.Add(value);
    }

    private void AddColumns(IndexMetadata index)
    {
        Add(index.Columns.Count);
        foreach (int ordinal in index.Columns) AddColumn(_model.Columns[ordinal]);
    }

    /// <summary>The letter of <c>shared/encoding.lua</c> for the column's form, and <c>0</c> when the byte NUL stands for null.</summary>
    private void AddColumn(ColumnMetadata column)
    {
        string letter = column.Kind switch { ValueKind.Number => "n", ValueKind.Double => "d", ValueKind.Instant => "i", _ => "t" };
        _arguments.Add(column.StoresNull ? letter + "0" : letter);
        _arguments.Add(_keySpace.Fields[column.Ordinal]);
    }

    private void Add(long number) => _arguments.Add(number.ToString(CultureInfo.InvariantCulture));
}
