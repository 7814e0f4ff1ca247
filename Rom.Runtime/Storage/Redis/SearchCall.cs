using Rom.CompilerServices;
using Rom.Indexing;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of <c>search.lua</c>.</summary>
internal sealed class SearchCall
{
    private readonly ModelMetadata _model;
    private readonly KeySpace _keySpace;
    private readonly CallWriter _call;

    public SearchCall(SearchPlan plan, KeySpace keySpace)
    {
        (_model, _keySpace) = (plan.Model, keySpace);
        _call = new CallWriter(keys: 5, arguments: 25 + keySpace.Fields.Length);
        _call.AddKey(keySpace.AllKeys);
        _call.AddKey(keySpace.Schema);
        _call.Add(keySpace.Fingerprint);
        _call.Add(plan.Return == SearchReturn.Count ? "count" : "rows");
        _call.Add(plan.Skip);
        _call.Add(plan.Take ?? -1);
        _call.Add(plan.Descending ? "1" : "0");
        _call.Add(keySpace.RowHead);
        _call.Add(MemberForm.Of(plan.Model));
        if (plan.Order is { } order)
        {
            _call.AddKey(keySpace.Ordered(order.Ordinal));
            AddColumns(order);
        }
        else
        {
            _call.Add(0);
        }

        _call.Add(keySpace.Fields.Length);
        foreach (RedisValue field in keySpace.Fields) _call.Add(field);
        AddFilter(plan.Filter);
        (Keys, Arguments) = (_call.Keys(), _call.Arguments());
    }

    public RedisKey[] Keys { get; }

    public RedisValue[] Arguments { get; }

    private void AddFilter(SearchFilter filter)
    {
        switch (filter)
        {
            case ConstantFilter constant:
                _call.Add(constant.Value ? "all" : "none");
                break;
            case AndFilter and:
                AddParts("and", and.Parts);
                break;
            case OrFilter or:
                AddParts("or", or.Parts);
                break;
            case RangeFilter range:
                _call.Add("range");
                _call.AddKey(_keySpace.Ordered(range.Index.Ordinal));
                AddColumns(range.Index);
                _call.Add(range.Ranges.Count);
                foreach (ByteRange bounds in range.Ranges)
                {
                    _call.Add(bounds.Low);
                    _call.Add(bounds.High ?? []);
                }

                break;
            case PostingFilter posting:
                AddLeaf("any", posting.Negated);
                _call.Add(posting.Tokens.Count);
                foreach (byte[]? token in posting.Tokens) _call.AddKey(_keySpace.Posting(posting.Index.Ordinal, token));
                break;
            case WordPrefixFilter words:
                AddLeaf("prefix", words.Negated);
                _call.AddKey(_keySpace.Words[words.Index.Ordinal]);
                _call.Add(words.Prefix);
                _call.Add(OrderedEncoding.Successor(words.Prefix) ?? []);
                _call.Add(_keySpace.PostingHead(words.Index.Ordinal));
                break;
            case UniqueFilter unique:
                AddLeaf("unique", unique.Negated);
                _call.AddKey(_keySpace.Unique(unique.Unique.Ordinal));
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
        _call.Add(kind);
        _call.Add(parts.Count);
        foreach (SearchFilter part in parts) AddFilter(part);
    }

    private void AddLeaf(string kind, bool negated)
    {
        _call.Add(kind);
        _call.Add(negated ? "1" : "0");
    }

    private void AddValues(IReadOnlyList<byte[]> values)
    {
        _call.Add(values.Count);
        foreach (byte[] value in values) _call.Add(value);
    }

    private void AddColumns(IndexMetadata index)
    {
        _call.Add(index.Columns.Count);
        foreach (int ordinal in index.Columns) AddColumn(_model.Columns[ordinal]);
    }

    /// <summary>The letter of <c>shared/encoding.lua</c> for the column's form, and <c>0</c> when the byte NUL stands for null.</summary>
    private void AddColumn(ColumnMetadata column)
    {
        string letter = ColumnForm.Of(column.Kind);
        _call.Add(column.StoresNull ? letter + "0" : letter);
        _call.Add(_keySpace.Fields[column.Ordinal]);
    }
}
