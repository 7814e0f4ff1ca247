using Rom.Tests.TestModels;

namespace Rom.Tests.Properties;

/// <summary>One entity of a unit of work that is being put together.</summary>
internal sealed class UnitDraft(Member entity, string name)
{
    /// <summary>Stands for the key of a new entity, which nothing has yet.</summary>
    private static long _placeholders = -1_000;

    private readonly long _placeholder = Interlocked.Decrement(ref _placeholders);
    private UnitDraft? _buddy, _boss;

    public Member Entity { get; } = entity;

    public string Name { get; } = name;

    /// <summary>What it was loaded with; null: it is new.</summary>
    public MemberState? Loaded { get; init; }

    /// <summary>The key that a new one has; null: the store assigns it.</summary>
    public long? Chosen { get; init; }

    /// <summary>What the row held whose key it takes.</summary>
    public MemberState? Replaces { get; init; }

    public bool IsGone { get; set; }

    public long? Key => Entity.Id == 0 ? null : Entity.Id;

    public MemberState OfEntity => StateOf(Entity);

    public UnitWish Wish => new(Name, Key, Loaded, IsGone ? null : Wanted, Replaces);

    private MemberState Wanted => new(
        Entity.Handle, _buddy?.Place ?? KeyOf(Entity.Buddy), _boss?.Place ?? KeyOf(Entity.Boss), Entity.Rank, Entity.Team, Entity.Words);

    private long Place => Key ?? _placeholder;

    public static MemberState StateOf(Member member) => new(member.Handle, KeyOf(member.Buddy), KeyOf(member.Boss), member.Rank, member.Team, member.Words);

    /// <summary>Sets a reference, by the entity or by its key if it has one. No two refer to one that is new as their buddy: that is refused before anything is sent.</summary>
    public void Refer(bool asBuddy, UnitDraft? target, UnitDraft[] others, bool byKey)
    {
        if (asBuddy && target is { Key: null } && others.Any(other => other != this && other._buddy == target)) target = null;
        Ref<Member>? reference = target is null ? null : byKey && target.Key is { } key ? Ref<Member>.To(key) : target.Entity;
        if (asBuddy) (_buddy, Entity.Buddy) = (target, reference);
        else (_boss, Entity.Boss) = (target, reference);
    }

    /// <summary>Refers to an entity that is to go no longer, unless it did before: that is refused before anything is sent.</summary>
    public void Avoid(UnitDraft gone)
    {
        if (KeyOf(Entity.Buddy) is { } buddy && buddy == gone.Key && Loaded?.Buddy != buddy) Refer(true, null, [], false);
        if (KeyOf(Entity.Boss) is { } boss && boss == gone.Key && Loaded?.Boss != boss) Refer(false, null, [], false);
    }

    private static long? KeyOf(Ref<Member>? reference) => reference is null || reference.Key.IsEmpty ? null : long.Parse(reference.Key.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
