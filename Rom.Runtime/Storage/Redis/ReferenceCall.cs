using Rom.CompilerServices;
using Rom.Sessions;
using StackExchange.Redis;

namespace Rom.Storage.Redis;

/// <summary>One column that a commit sets to a key which it assigns itself.</summary>
internal readonly struct ReferenceCall(KeyReference reference, RowWrite write, KeySpace keys)
{
    public const int KeyCount = 2, ArgumentCount = 4;

    public void AddTo(ref CallWriter call)
    {
        RedisKey index = default, unique = default;
        bool isUnique = false;
        foreach (IndexMetadata one in write.Model.AllIndexes)
        {
            if (one.Kind == IndexKind.Ordered && one.ColumnOrdinals is [int column] && column == reference.Column) index = keys.Ordered(one.Ordinal);
        }

        foreach (UniqueMetadata one in write.Model.AllUniques)
        {
            if (!PendingReferences.IsOver(one, reference.Column)) continue;
            (isUnique, unique) = (true, keys.Unique(one.Ordinal));
        }

        call.AddKey(index);
        call.AddKey(isUnique ? unique : index);
        call.Add(reference.Row);
        call.Add(reference.Target);
        call.Add(keys.Fields[reference.Column]);
        call.Add(isUnique ? 1 : 0);
    }
}
