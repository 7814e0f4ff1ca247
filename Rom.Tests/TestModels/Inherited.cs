namespace Rom.Tests.TestModels;

/// <summary>A base whose setters the models cannot call, but for one.</summary>
[Index(nameof(Kind), nameof(CreatedAt))]
public abstract class Entity
{
    public long Id { get; private set; }

    [Index] public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    [Index] public string? Kind { get; private set; }

    public virtual string? Label { get; set; } = "base";

    [NotStored] public int Uses { get; set; }

    public void SetKind(string kind) => Kind = kind;
}

/// <summary>A generic base that the model closes.</summary>
public abstract class Owned<TOwner> : Entity
{
    [Unique] public TOwner? Owner { get; protected set; }

    public void GiveTo(TOwner owner) => Owner = owner;
}

[RomModel]
public partial class Folder : Owned<string>
{
    [Index(IndexKind.Ordered)] public override string? Label { get; set; } = "folder";

    public int Depth { get; set; }
}

[RomModel]
public partial class Badge : Owned<int?>
{
}

public abstract record Stamped
{
    public required string Author { get; init; }
}

[RomModel]
public sealed partial record Remark : Stamped
{
    [PrimaryKey] public required string Slug { get; init; }

    public string? Text { get; init; }
}

/// <summary>What its properties say holds for those that override them.</summary>
public abstract class Template
{
    [PrimaryKey, Column("key")] public abstract string Name { get; set; }

    [Unique] public virtual string? Code { get; set; }

    [Index, Column("s")] public virtual int? Size { get; set; }

    [NotStored] public virtual int Uses { get; set; }

    [NotStored] public virtual string? Note { get; set; }

    [Index] public virtual int Twice { get; set; }
}

[RomModel]
public partial class Mould : Template
{
    public override string Name { get; set; } = "";

    public override string? Code { get; set; }

    [Index(IndexKind.Exact)] public override int? Size { get; set; }

    public override int Uses { get; set; }

    [Column("n")] public override string? Note { get; set; }

    public override int Twice { get => base.Twice; set => base.Twice = 2 * value; }

    public Ref<Mould>? Of { get; set; }
}
