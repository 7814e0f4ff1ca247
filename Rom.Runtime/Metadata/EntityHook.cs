using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>The points of a save or delete at which a model may have code of its own: partial methods without parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EntityHook
{
    /// <summary>Before a new entity is encoded for its first save.</summary>
    BeforeInsert,

    /// <summary>After a new entity was saved.</summary>
    AfterInsert,

    /// <summary>Before a stored entity is compared with what is known of its row.</summary>
    BeforeUpdate,

    /// <summary>After a stored entity was saved, also when nothing had changed.</summary>
    AfterUpdate,

    /// <summary>Before an entity's row is deleted.</summary>
    BeforeDelete,

    /// <summary>After an entity's row is gone.</summary>
    AfterDelete,
}
