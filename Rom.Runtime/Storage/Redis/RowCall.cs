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

    /// <summary>What is added to the kind of a write that clears the row's native structures.</summary>
    private const int WithNatives = 16;

    /// <summary>What is added to the kind of a write that comes or goes while the model keeps no set of its keys.</summary>
    private const int Unlisted = 32;

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
        for (int i = 0; i < write.AllAdds.Length; i++) _moves += MovedFrom(write.AllAdds, i, write.AllRemoves) < 0 ? 0 : 1;
        _added = EntryCounts.Of(write.Model, write.AllAdds, _moves, removed: false);
        _removed = EntryCounts.Of(write.Model, write.AllRemoves, _moves, removed: true);
    }

    public int KeyCount =>
        (_kind == RowKind.InsertAssigned ? 0 : 1) + (HasCounter ? 1 : 0) + (ComesOrGoes && _write.Model.HasKeyIndex ? 1 : 0)
        + (_write.IsVersioned ? 1 : 0) + (HasNatives && _write.Key is not null ? _write.Model.Natives.Count : 0) + _moves + _write.AllTakes.Length + _write.AllReleases.Length + _added.Keys + _removed.Keys;

    public int ArgumentCount =>
        2 + (HasNatives ? 1 + (_write.Key is null ? _write.Model.Natives.Count : 0) : 0) + GuardArguments + SetCount + _write.AllClears.Length + 2 * _moves
        + _write.AllTakes.Length + _write.AllReleases.Length + _added.Arguments + _removed.Arguments;

    /// <summary>Those of the guards, or what is needed to assign a key.</summary>
    private int GuardArguments =>
        _kind == RowKind.InsertAssigned ? 2 : _guarding == Guarding.FirstSet ? 1 : 1 + 2 * _write.Guards.Count + (int)_guarding;

    /// <summary>Fields and values; a new row also sets the field of its key, and the last may be the version.</summary>
    private int SetCount => 2 * (_write.Sets.Count + (_write.MustExist ? 0 : 1) + (_write.IsVersioned ? 1 : 0));

    /// <summary>A new row begins with empty ones, also where somebody deleted an earlier row by hand.</summary>
    private bool HasNatives => (_write.Delete || !_write.MustExist || _write.IsReplacement) && _write.Model.Natives.Count > 0;

    private bool ComesOrGoes => _kind is not (RowKind.Change or RowKind.Replace);

    private bool HasCounter => _kind is RowKind.InsertAndCount or RowKind.InsertAssigned;

    private bool OnlyMoves => !HasNatives && _kind is RowKind.Change or RowKind.Replace
        && _write.AllTakes.Length + _write.AllReleases.Length == 0 && _added == default && _removed == default;

    public void AddTo(ref CallWriter call)
    {
        ReadOnlySpan<int> numbers =
        [
            (int)_kind + (_write.IsVersioned ? Versioned : 0) + (HasNatives ? WithNatives : 0) + (ComesOrGoes && !_write.Model.HasKeyIndex ? Unlisted : 0), (int)_guarding, _write.Guards.Count, SetCount, _write.AllClears.Length, _moves,
            _write.AllTakes.Length, _added.Ordered, _added.Postings, _added.Words, _added.Points, _write.AllReleases.Length, _removed.Ordered, _removed.Postings, _removed.Words,
        ];
        call.Add(MessagePackNumbers.Of(OnlyMoves && numbers[..ShortNumbers].IndexOfAnyInRange(LongNumber, int.MaxValue) < 0 ? numbers[..ShortNumbers] : numbers));
        call.Add(_write.Key is null ? CallWriter.Empty : _keys.Member(_write.Key));
        if (HasNatives) AddNatives(ref call);
        if (_write.IsVersioned) call.AddKey(_keys.Versions);
        if (_write.Key is not null) call.AddKey(_keys.Row(_write.Key));
        if (ComesOrGoes && _write.Model.HasKeyIndex) call.AddKey(_keys.AllKeys);
        if (HasCounter) call.AddKey(_keys.Counter);
        AddGuards(ref call);
        AddFields(ref call);
        AddMoves(ref call);
        AddUniques(ref call, _write.AllTakes);
        AddEntries(ref call, _write.AllAdds, _write.AllRemoves, removed: false);
        foreach (IndexEntry entry in _write.AllAdds)
        {
            if (FormOf(_write.Model, entry) == EntryForm.Point) AddPoint(ref call, entry);
        }

        AddUniques(ref call, _write.AllReleases);
        AddEntries(ref call, _write.AllRemoves, _write.AllAdds, removed: true);
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

    private void AddGuards(ref CallWriter call)
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

    private void AddNatives(ref CallWriter call)
    {
        call.Add(_write.Model.Natives.Count);
        foreach (string name in _write.Model.Natives)
        {
            if (_write.Key is { } key) call.AddKey(_keys.Native(name, key));
            else call.Add(_keys.NativeHead(name));
        }
    }

    private void AddFields(ref CallWriter call)
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

        foreach (int clear in _write.AllClears) call.Add(_keys.Fields[clear]);
    }

    /// <summary>The new prefixes of entries that move within an ordered index, then the old ones.</summary>
    private void AddMoves(ref CallWriter call)
    {
        if (_moves == 0) return;
        for (int i = 0; i < _write.AllAdds.Length; i++)
        {
            if (MovedFrom(_write.AllAdds, i, _write.AllRemoves) < 0) continue;
            call.AddKey(OrderedKey(_write.AllAdds[i]));
            call.Add(_write.AllAdds[i].Token!);
        }

        for (int i = 0; i < _write.AllAdds.Length; i++)
        {
            if (MovedFrom(_write.AllAdds, i, _write.AllRemoves) is >= 0 and int from) call.Add(_write.AllRemoves[from].Token!);
        }
    }

    private void AddUniques(ref CallWriter call, ReadOnlySpan<UniqueEntry> entries)
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
    private void AddEntries(ref CallWriter call, ReadOnlySpan<IndexEntry> entries, ReadOnlySpan<IndexEntry> others, bool removed)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            EntryForm form = FormOf(_write.Model, entries[i]);
            if (form == EntryForm.Point ? !removed : form != EntryForm.Ordered || MovedFrom(entries, i, others) >= 0) continue;
            call.AddKey(OrderedKey(entries[i]));
            call.Add(form == EntryForm.Point || IsOfAssignedKey(entries[i]) ? CallWriter.Empty : entries[i].Token!);
        }

        foreach (IndexEntry entry in entries)
        {
            if (FormOf(_write.Model, entry) == EntryForm.Posting) call.AddKey(_keys.Posting(entry.Index, entry.Token));
        }

        foreach (IndexEntry entry in entries)
        {
            if (FormOf(_write.Model, entry) != EntryForm.Word) continue;
            IndexMetadata index = _write.Model.AllIndexes[entry.Index];
            if (index.Prefix) AddWord(ref call, entry, _keys.Words[entry.Index], KeyLimits.WordMember(entry.Token!));
            if (index.Suffix) AddWord(ref call, entry, _keys.Reversed[entry.Index], KeyLimits.ReversedWordMember(entry.Token!));
        }
    }

    private void AddWord(ref CallWriter call, IndexEntry entry, RedisKey words, byte[] member)
    {
        call.AddKey(_keys.Posting(entry.Index, entry.Token));
        call.AddKey(words);
        call.Add(member);
    }

    private void AddPoint(ref CallWriter call, IndexEntry entry)
    {
        ReadOnlySpan<byte> text = entry.Token;
        int comma = text.IndexOf((byte)',');
        call.AddKey(_keys.Ordered(entry.Index));
        call.Add(text[..comma].ToArray());
        call.Add(text[(comma + 1)..].ToArray());
    }

    /// <summary>Whether the entry is that of a key which the script is to assign. It is the first, because the key's index is.</summary>
    private bool IsOfAssignedKey(IndexEntry entry) => _write.Key is null && entry.Index == 0 && _write.Model.AllIndexes[0].ColumnOrdinals is [0];

    private RedisKey OrderedKey(IndexEntry entry) => entry.Reversed ? _keys.Reversed[entry.Index] : _keys.Ordered(entry.Index);

    /// <summary>The place of the entry that one of the same ordered index stands against, the first against the first; -1 when there is none.</summary>
    private int MovedFrom(ReadOnlySpan<IndexEntry> entries, int place, ReadOnlySpan<IndexEntry> others)
    {
        if (others.Length == 0 || !IsOrdered(_write.Model, entries[place])) return -1;
        int before = 0;
        for (int i = 0; i < place; i++) before += IsBeside(entries[i], entries[place]) ? 1 : 0;
        for (int i = 0; i < others.Length; i++)
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

        public static EntryCounts Of(ModelMetadata model, ReadOnlySpan<IndexEntry> entries, int moves, bool removed)
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
