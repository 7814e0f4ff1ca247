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
        (_added, _removed) = (EntryCounts.Of(write.Model, write.Adds, _moves), EntryCounts.Of(write.Model, write.Removes, _moves));
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
            _write.Takes.Count, _added.Ordered, _added.Postings, _added.Words, _write.Releases.Count, _removed.Ordered, _removed.Postings, _removed.Words,
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
        AddEntries(call, _write.Adds, _write.Removes);
        AddUniques(call, _write.Releases);
        AddEntries(call, _write.Removes, _write.Adds);
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
            call.AddKey(_keys.Ordered(_write.Adds[i].Index));
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

    /// <summary>Entries of ordered indexes that do not move, then postings, then postings whose index keeps its words in order.</summary>
    private void AddEntries(CallWriter call, List<IndexEntry> entries, List<IndexEntry> others)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (!IsOrdered(_write.Model, entries[i]) || MovedFrom(entries, i, others) >= 0) continue;
            call.AddKey(_keys.Ordered(entries[i].Index));
            call.Add(entries[i].Token!);
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

    /// <summary>The place of the entry that one of the same ordered index stands against, the first against the first; -1 when there is none.</summary>
    private int MovedFrom(List<IndexEntry> entries, int place, List<IndexEntry> others)
    {
        if (others.Count == 0 || !IsOrdered(_write.Model, entries[place])) return -1;
        int before = 0;
        for (int i = 0; i < place; i++) before += entries[i].Index == entries[place].Index ? 1 : 0;
        for (int i = 0; i < others.Count; i++)
        {
            if (others[i].Index == entries[place].Index && before-- == 0) return i;
        }

        return -1;
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

    /// <summary>How a row's guards travel; the numbers are those of the scripts.</summary>
    private enum Guarding
    {
        Plain = 0,
        ByLetters = 1,
        FirstSet = 2,
    }

    /// <summary>How many entries of each form a row has, and so how many keys and arguments.</summary>
    private readonly record struct EntryCounts(int Ordered, int Postings, int Words)
    {
        public int Keys => Ordered + Postings + 2 * Words;

        public int Arguments => Ordered + Words;

        public static EntryCounts Of(ModelMetadata model, List<IndexEntry> entries, int moves)
        {
            int ordered = 0, words = 0;
            foreach (IndexEntry entry in entries)
            {
                if (IsOrdered(model, entry)) ordered++;
                else if (HasWord(model, entry)) words++;
            }

            return new EntryCounts(ordered - moves, entries.Count - ordered - words, words);
        }
    }
}
