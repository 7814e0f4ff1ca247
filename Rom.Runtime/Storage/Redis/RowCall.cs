using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of one row of a commit, in the order that <c>shared/commit/row.lua</c> describes.</summary>
internal readonly struct RowCall
{
    /// <summary>Guarded bytes above this length travel as their SHA-1, which is 40.</summary>
    private const int LongestPlainGuard = 64;

    private readonly RowWrite _write;
    private readonly KeySpace _keys;
    private readonly RowKind _kind;
    private readonly EntryCounts _added, _removed;
    private readonly bool _hasLetters;

    public RowCall(RowWrite write, KeySpace keys)
    {
        (_write, _keys) = (write, keys);
        _kind = KindOf(write);
        _hasLetters = !write.Guards.TrueForAll(IsPlain);
        (_added, _removed) = (EntryCounts.Of(write.Model, write.Adds), EntryCounts.Of(write.Model, write.Removes));
    }

    public int KeyCount =>
        _kind switch { RowKind.Change or RowKind.Replace => 1, RowKind.InsertAndCount => 3, _ => 2 }
        + _write.Takes.Count + _write.Releases.Count + _added.Keys + _removed.Keys;

    public int ArgumentCount =>
        (_kind == RowKind.InsertAssigned ? 4 : 3) + 2 * _write.Guards.Count + (_hasLetters ? 1 : 0) + SetCount + _write.Clears.Count
        + _write.Takes.Count + _write.Releases.Count + _added.Arguments + _removed.Arguments;

    /// <summary>Fields and values; a new row also sets the field of its key.</summary>
    private int SetCount => 2 * (_write.MustExist ? _write.Sets.Count : _write.Sets.Count + 1);

    public void AddTo(CallWriter call)
    {
        call.Add(MessagePackNumbers.Of(
        [
            (int)_kind, _hasLetters ? 1 : 0, _write.Guards.Count, SetCount, _write.Clears.Count, _write.Takes.Count, _write.Releases.Count,
            _added.Ordered, _added.Postings, _added.Words, _removed.Ordered, _removed.Postings, _removed.Words,
        ]));
        call.Add(_write.Key is null ? CallWriter.Empty : _keys.Member(_write.Key));
        if (_write.Key is not null) call.AddKey(_keys.Row(_write.Key));
        if (_kind is not (RowKind.Change or RowKind.Replace)) call.AddKey(_keys.AllKeys);
        if (_kind is RowKind.InsertAndCount or RowKind.InsertAssigned) call.AddKey(_keys.Counter);
        if (_kind == RowKind.InsertAssigned)
        {
            call.Add(_keys.RowHead);
            call.Add(_keys.GreatestKey);
        }
        else
        {
            call.Add(_keys.Fields[0]);
            AddGuards(call);
        }

        AddFields(call);
        AddUniques(call, _write.Takes);
        AddUniques(call, _write.Releases);
        AddEntries(call, _write.Adds);
        AddEntries(call, _write.Removes);
    }

    private static RowKind KindOf(RowWrite write)
    {
        if (write.MustExist) return write.Delete ? RowKind.Delete : write.DropOtherFields ? RowKind.Replace : RowKind.Change;
        if (write.Key is null) return RowKind.InsertAssigned;
        return write.MovesCounter ? RowKind.InsertAndCount : RowKind.Insert;
    }

    private static bool IsPlain(FieldGuard guard) => guard.Expected is { Length: <= LongestPlainGuard };

    private void AddGuards(CallWriter call)
    {
        foreach (FieldGuard guard in _write.Guards) call.Add(_keys.Fields[guard.Column]);
        foreach (FieldGuard guard in _write.Guards)
        {
            byte[] expected = guard.Expected ?? [];
            call.Add(expected.Length > LongestPlainGuard ? Digest(expected) : expected);
        }

        if (!_hasLetters) return;
        call.Add(string.Create(_write.Guards.Count, _write.Guards, static (letters, guards) =>
        {
            for (int i = 0; i < letters.Length; i++) letters[i] = IsPlain(guards[i]) ? '=' : guards[i].Expected is null ? '-' : '#';
        }));
    }

    private void AddFields(CallWriter call)
    {
        if (!_write.MustExist)
        {
            call.Add(_keys.Fields[0]);
            call.Add(_write.Key ?? CallWriter.Empty);
        }

        foreach (FieldValue set in _write.Sets)
        {
            call.Add(_keys.Fields[set.Column]);
            call.Add(set.Value);
        }

        foreach (int clear in _write.Clears) call.Add(_keys.Fields[clear]);
    }

    private void AddUniques(CallWriter call, List<UniqueEntry> entries)
    {
        foreach (UniqueEntry entry in entries)
        {
            call.AddKey(_keys.Unique(entry.Unique));
            call.Add(entry.Value);
        }
    }

    /// <summary>Entries of ordered indexes, then postings, then postings whose index keeps its words in order.</summary>
    private void AddEntries(CallWriter call, List<IndexEntry> entries)
    {
        foreach (IndexEntry entry in entries)
        {
            if (!IsOrdered(_write.Model, entry)) continue;
            call.AddKey(_keys.Ordered(entry.Index));
            call.Add(entry.Token!);
        }

        foreach (IndexEntry entry in entries)
        {
            if (!IsOrdered(_write.Model, entry) && !HasWord(_write.Model, entry)) call.AddKey(_keys.Posting(entry.Index, entry.Token));
        }

        foreach (IndexEntry entry in entries)
        {
            if (!HasWord(_write.Model, entry)) continue;
            call.AddKey(_keys.Posting(entry.Index, entry.Token));
            call.AddKey(_keys.Words[entry.Index]);
            call.Add(KeyLimits.WordMember(entry.Token!));
        }
    }

    private static bool IsOrdered(ModelMetadata model, IndexEntry entry) => model.AllIndexes[entry.Index].Kind == IndexKind.Ordered;

    private static bool HasWord(ModelMetadata model, IndexEntry entry) => model.AllIndexes[entry.Index].Prefix && entry.Token is not null;

    /// <summary>SHA-1, the only digest that a script can compute: it detects a change, it proves nothing.</summary>
    private static byte[] Digest(byte[] bytes)
    {
#pragma warning disable CA5350
        return Encoding.ASCII.GetBytes(Convert.ToHexString(SHA1.HashData(bytes)).ToLowerInvariant());
#pragma warning restore CA5350
    }

    /// <summary>What a write does to its row; the numbers are those of the scripts.</summary>
    private enum RowKind
    {
        Change = 0,
        Delete = 1,
        Replace = 2,
        Insert = 3,
        InsertAndCount = 4,
        InsertAssigned = 5,
    }

    /// <summary>How many entries of each form a row has, and so how many keys and arguments.</summary>
    private readonly record struct EntryCounts(int Ordered, int Postings, int Words)
    {
        public int Keys => Ordered + Postings + 2 * Words;

        public int Arguments => Ordered + Words;

        public static EntryCounts Of(ModelMetadata model, List<IndexEntry> entries)
        {
            int ordered = 0, words = 0;
            foreach (IndexEntry entry in entries)
            {
                if (IsOrdered(model, entry)) ordered++;
                else if (HasWord(model, entry)) words++;
            }

            return new EntryCounts(ordered, entries.Count - ordered - words, words);
        }
    }
}
