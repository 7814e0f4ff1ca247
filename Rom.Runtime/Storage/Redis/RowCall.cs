using System.Security.Cryptography;
using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>The keys and arguments of one row of a commit, in the order that <c>shared/commit/row.lua</c> describes.</summary>
internal readonly struct RowCall
{
    /// <summary>Guarded bytes above this length travel as their SHA-1, which is 40.</summary>
    private const int LongestPlainGuard = 64;

    /// <summary>What is added to the kind of a write whose row gets a version.</summary>
    private const int Versioned = 8;

    /// <summary>What is added to the kind of a delete whose row has native structures.</summary>
    private const int WithNatives = 16;

    /// <summary>How many numbers a change has that takes, adds and removes nothing; they are one byte each.</summary>
    private const int ShortNumbers = 6, LongNumber = 128;

    private readonly RowWrite _write;
    private readonly KeySpace _keys;
    private readonly RowKind _kind;
    private readonly Guarding _guarding;
    private readonly int _moves;
    private readonly EntryCounts _added, _removed;

    public RowCall(RowWrite write, KeySpace keys)
    {
        (_write, _keys) = (write, keys);
        _kind = KindOf(write);
        _guarding = GuardingOf(write);
        for (int i = 0; i < write.Adds.Count; i++) _moves += MovedFrom(write.Adds, i, write.Removes) < 0 ? 0 : 1;
        _added = EntryCounts.Of(write.Model, write.Adds, _moves, removed: false);
        _removed = EntryCounts.Of(write.Model, write.Removes, _moves, removed: true);
    }

    public int KeyCount =>
        _kind switch { RowKind.Change or RowKind.Replace => 1, RowKind.InsertAndCount => 3, _ => 2 }
        + (_write.IsVersioned ? 1 : 0) + (_write.Delete ? _write.Model.Natives.Count : 0) + _moves + _write.Takes.Count + _write.Releases.Count + _added.Keys + _removed.Keys;

    public int ArgumentCount =>
        2 + (HasNatives ? 1 : 0) + GuardArguments + SetCount + _write.Clears.Count + 2 * _moves
        + _write.Takes.Count + _write.Releases.Count + _added.Arguments + _removed.Arguments;

    /// <summary>Those of the guards, or what is needed to assign a key.</summary>
    private int GuardArguments =>
        _kind == RowKind.InsertAssigned ? 2 : _guarding == Guarding.FirstSet ? 1 : 1 + 2 * _write.Guards.Count + (int)_guarding;

    /// <summary>Fields and values; a new row also sets the field of its key, and the last may be the version.</summary>
    private int SetCount => 2 * (_write.Sets.Count + (_write.MustExist ? 0 : 1) + (_write.IsVersioned ? 1 : 0));

    private bool HasNatives => _write.Delete && _write.Model.Natives.Count > 0;

    private bool OnlyMoves => _kind is RowKind.Change or RowKind.Replace
        && _write.Takes.Count + _write.Releases.Count == 0 && _added == default && _removed == default;

    public void AddTo(CallWriter call)
    {
        ReadOnlySpan<int> numbers =
        [
            (int)_kind + (_write.IsVersioned ? Versioned : 0) + (HasNatives ? WithNatives : 0), (int)_guarding, _write.Guards.Count, SetCount, _write.Clears.Count, _moves,
            _write.Takes.Count, _added.Ordered, _added.Postings, _added.Words, _added.Points, _write.Releases.Count, _removed.Ordered, _removed.Postings, _removed.Words,
        ];
        call.Add(MessagePackNumbers.Of(OnlyMoves && numbers[..ShortNumbers].IndexOfAnyInRange(LongNumber, int.MaxValue) < 0 ? numbers[..ShortNumbers] : numbers));
        call.Add(_write.Key is null ? CallWriter.Empty : _keys.Member(_write.Key));
        if (_write.IsVersioned) call.AddKey(_keys.Versions);
        if (HasNatives) AddNatives(call);
        if (_write.Key is not null) call.AddKey(_keys.Row(_write.Key));
        if (_kind is not (RowKind.Change or RowKind.Replace)) call.AddKey(_keys.AllKeys);
        if (_kind is RowKind.InsertAndCount or RowKind.InsertAssigned) call.AddKey(_keys.Counter);
        AddGuards(call);
        AddFields(call);
        AddMoves(call);
        AddUniques(call, _write.Takes);
        AddEntries(call, _write.Adds, _write.Removes, removed: false);
        foreach (IndexEntry entry in _write.Adds)
        {
            if (FormOf(_write.Model, entry) == EntryForm.Point) AddPoint(call, entry);
        }

        AddUniques(call, _write.Releases);
        AddEntries(call, _write.Removes, _write.Adds, removed: true);
    }

    private static RowKind KindOf(RowWrite write)
    {
        if (write.MustExist) return write.Delete ? RowKind.Delete : write.DropOtherFields ? RowKind.Replace : RowKind.Change;
        if (write.Key is null) return RowKind.InsertAssigned;
        return write.MovesCounter ? RowKind.InsertAndCount : RowKind.Insert;
    }

    private static Guarding GuardingOf(RowWrite write)
    {
        List<FieldGuard> guards = write.Guards;
        if (!guards.TrueForAll(IsPlain)) return Guarding.ByLetters;
        bool isOfFirstSet = guards.Count == 1 && write.MustExist && !write.DropOtherFields && write.Sets.Count > 0 && write.Sets[0].Column == guards[0].Column;
        return isOfFirstSet ? Guarding.FirstSet : Guarding.Plain;
    }

    private static bool IsPlain(FieldGuard guard) => guard.Expected is { Length: <= LongestPlainGuard };

    private void AddGuards(CallWriter call)
    {
        if (_kind == RowKind.InsertAssigned)
        {
            call.Add(_keys.RowHead);
            call.Add(_keys.GreatestKey);
            return;
        }

        if (_guarding != Guarding.FirstSet)
        {
            call.Add(_keys.Fields[0]);
            foreach (FieldGuard guard in _write.Guards) call.Add(_keys.Fields[guard.Column]);
        }

        foreach (FieldGuard guard in _write.Guards)
        {
            byte[] expected = guard.Expected ?? [];
            call.Add(expected.Length > LongestPlainGuard ? Digest(expected) : expected);
        }

        if (_guarding != Guarding.ByLetters) return;
        call.Add(string.Create(_write.Guards.Count, _write.Guards, static (letters, guards) =>
        {
            for (int i = 0; i < letters.Length; i++) letters[i] = IsPlain(guards[i]) ? '=' : guards[i].Expected is null ? '-' : '#';
        }));
    }

    private void AddNatives(CallWriter call)
    {
        call.Add(_write.Model.Natives.Count);
        foreach (string name in _write.Model.Natives) call.AddKey(_keys.Native(name, _write.Key!));
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

        if (_write.IsVersioned)
        {
            call.Add(_keys.Fields[_write.Model.Version!.Ordinal]);
            call.Add(CallWriter.Empty);
        }

        foreach (int clear in _write.Clears) call.Add(_keys.Fields[clear]);
    }

    /// <summary>The new prefixes of entries that move within an ordered index, then the old ones.</summary>
    private void AddMoves(CallWriter call)
    {
        if (_moves == 0) return;
        for (int i = 0; i < _write.Adds.Count; i++)
        {
            if (MovedFrom(_write.Adds, i, _write.Removes) < 0) continue;
            call.AddKey(OrderedKey(_write.Adds[i]));
            call.Add(_write.Adds[i].Token!);
        }

        for (int i = 0; i < _write.Adds.Count; i++)
        {
            if (MovedFrom(_write.Adds, i, _write.Removes) is >= 0 and int from) call.Add(_write.Removes[from].Token!);
        }
    }

    private void AddUniques(CallWriter call, List<UniqueEntry> entries)
    {
        foreach (UniqueEntry entry in entries)
        {
            call.AddKey(_keys.Unique(entry.Unique));
            call.Add(entry.Value);
        }
    }

    /// <summary>
    /// Entries of ordered indexes that do not move, then postings, then postings whose index keeps its words in order. A point to remove is an entry without prefix.
    /// </summary>
    private void AddEntries(CallWriter call, List<IndexEntry> entries, List<IndexEntry> others, bool removed)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            EntryForm form = FormOf(_write.Model, entries[i]);
            if (form == EntryForm.Point ? !removed : form != EntryForm.Ordered || MovedFrom(entries, i, others) >= 0) continue;
            call.AddKey(OrderedKey(entries[i]));
            call.Add(form == EntryForm.Point ? CallWriter.Empty : entries[i].Token!);
        }

        foreach (IndexEntry entry in entries)
        {
            if (FormOf(_write.Model, entry) == EntryForm.Posting) call.AddKey(_keys.Posting(entry.Index, entry.Token));
        }

        foreach (IndexEntry entry in entries)
        {
            if (FormOf(_write.Model, entry) != EntryForm.Word) continue;
            IndexMetadata index = _write.Model.AllIndexes[entry.Index];
            if (index.Prefix) AddWord(call, entry, _keys.Words[entry.Index], KeyLimits.WordMember(entry.Token!));
            if (index.Suffix) AddWord(call, entry, _keys.Reversed[entry.Index], KeyLimits.ReversedWordMember(entry.Token!));
        }
    }

    private void AddWord(CallWriter call, IndexEntry entry, RedisKey words, byte[] member)
    {
        call.AddKey(_keys.Posting(entry.Index, entry.Token));
        call.AddKey(words);
        call.Add(member);
    }

    private void AddPoint(CallWriter call, IndexEntry entry)
    {
        ReadOnlySpan<byte> text = entry.Token;
        int comma = text.IndexOf((byte)',');
        call.AddKey(_keys.Ordered(entry.Index));
        call.Add(text[..comma].ToArray());
        call.Add(text[(comma + 1)..].ToArray());
    }

    private RedisKey OrderedKey(IndexEntry entry) => entry.Reversed ? _keys.Reversed[entry.Index] : _keys.Ordered(entry.Index);

    /// <summary>The place of the entry that one of the same ordered index stands against, the first against the first; -1 when there is none.</summary>
    private int MovedFrom(List<IndexEntry> entries, int place, List<IndexEntry> others)
    {
        if (others.Count == 0 || !IsOrdered(_write.Model, entries[place])) return -1;
        int before = 0;
        for (int i = 0; i < place; i++) before += IsBeside(entries[i], entries[place]) ? 1 : 0;
        for (int i = 0; i < others.Count; i++)
        {
            if (IsBeside(others[i], entries[place]) && before-- == 0) return i;
        }

        return -1;
    }

    private static bool IsOrdered(ModelMetadata model, IndexEntry entry) => model.AllIndexes[entry.Index].Kind == IndexKind.Ordered;

    private static bool IsBeside(IndexEntry one, IndexEntry other) => one.Index == other.Index && one.Reversed == other.Reversed;

    private static EntryForm FormOf(ModelMetadata model, IndexEntry entry)
    {
        IndexMetadata index = model.AllIndexes[entry.Index];
        return index.Kind switch
        {
            IndexKind.Ordered => EntryForm.Ordered,
            IndexKind.Geo when entry.Token is not null => EntryForm.Point,
            IndexKind.FullText when entry.Token is not null && (index.Prefix || index.Suffix) => EntryForm.Word,
            _ => EntryForm.Posting,
        };
    }

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

    /// <summary>How a row's guards travel; the numbers are those of the scripts.</summary>
    private enum Guarding
    {
        Plain = 0,
        ByLetters = 1,
        FirstSet = 2,
    }

    /// <summary>How an entry is stored.</summary>
    private enum EntryForm
    {
        Ordered,
        Posting,
        Word,
        Point,
    }

    /// <summary>How many entries of each form a row has, and so how many keys and arguments.</summary>
    private readonly record struct EntryCounts(int Ordered, int Postings, int Words, int Points)
    {
        public int Keys => Ordered + Postings + 2 * Words + Points;

        public int Arguments => Ordered + Words + 2 * Points;

        public static EntryCounts Of(ModelMetadata model, List<IndexEntry> entries, int moves, bool removed)
        {
            int ordered = -moves, postings = 0, words = 0, points = 0;
            foreach (IndexEntry entry in entries)
            {
                switch (FormOf(model, entry))
                {
                    case EntryForm.Ordered: ordered++; break;
                    case EntryForm.Posting: postings++; break;
                    case EntryForm.Word: words += model.AllIndexes[entry.Index] is { Prefix: true, Suffix: true } ? 2 : 1; break;
                    default: points++; break;
                }
            }

            return removed ? new EntryCounts(ordered + points, postings, words, 0) : new EntryCounts(ordered, postings, words, points);
        }
    }
}
