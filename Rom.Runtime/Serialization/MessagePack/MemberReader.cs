using System.ComponentModel;
using System.Numerics;
using Rom.Serialization;

namespace Rom.CompilerServices;

/// <summary>Goes through the members of a stored object and remembers which were there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MemberReader
{
    private readonly NestedMembers _members;
    private readonly ulong[]? _seenBeyond;
    private ulong _seen;
    private int _left;
    private int _expected;

    internal MemberReader(NestedMembers members, int count)
    {
        _members = members;
        _left = count;
        _seenBeyond = members.Count > 64 ? new ulong[(members.Count - 1) / 64] : null;
    }

    /// <summary>The member whose value comes next; -1 for one that the type does not have.</summary>
    public int Current { get; private set; }

    /// <summary>Goes to the next member; false after the last.</summary>
    public bool Next(ref MessagePackReader reader)
    {
        if (_left == 0) return false;
        _left--;
        Current = reader.Member(_members, _expected);
        if (Current < 0) return true;
        if (Has(Current)) throw reader.Malformed($"the member '{_members.Name(Current)}' is there twice");
        if (Current >= 64) _seenBeyond![Current / 64 - 1] |= 1UL << Current;
        else _seen |= 1UL << Current;
        _expected = Current + 1;
        return true;
    }

    /// <summary>Whether a member was there.</summary>
    public readonly bool Has(int member) =>
        ((member < 64 ? _seen : _seenBeyond![member / 64 - 1]) >> member & 1) != 0;

    /// <summary>Whether all members were there.</summary>
    public readonly bool HasAll
    {
        get
        {
            int count = BitOperations.PopCount(_seen);
            foreach (ulong bits in _seenBeyond ?? []) count += BitOperations.PopCount(bits);
            return count == _members.Count;
        }
    }

    /// <summary>Refuses an object without a member that it must have.</summary>
    public readonly void Require(int member)
    {
        if (!Has(member)) throw Missing(member);
    }

    /// <summary>The error of an object without a member that it must have.</summary>
    public readonly Exception Missing(int member) =>
        new UnplacedValueException($"it lacks the member '{_members.Name(member)}', which cannot be null and has no initializer", isMissing: true);
}
