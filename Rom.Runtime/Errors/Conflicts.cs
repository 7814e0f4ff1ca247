using System.Text;
using Rom.CompilerServices;
using Rom.Indexing;
using Rom.Serialization;
using Rom.Sessions;
using Rom.Storage;

namespace Rom.Errors;

/// <summary>What a refused write tells the user. Messages name the model, the key and the column; values only when the options say so.</summary>
internal static class Conflicts
{
    public static RomException Of(RomOptions options, RowWrite write, CommitResult result) => result.Status switch
    {
        CommitStatus.RowMissing => Deleted(write.Model, write.Key),
        CommitStatus.RowExists => new DuplicateKeyException(
            $"{Row(write.Model, write.Key)} exists already and was not overwritten. Load and change it, or save with SaveMode.Upsert or SaveMode.Force.")
        {
            Model = write.Model.Name, Key = Text(write.Key),
        },
        CommitStatus.KeyRepeated => new DuplicateKeyException($"This unit adds {Row(write.Model, write.Key)} twice: two new entities have this key. Nothing was written.")
        {
            Model = write.Model.Name, Key = Text(write.Key),
        },
        CommitStatus.CounterInvalid => new RomException(
            $"The key counter of {write.Model.Name} holds no integer from 0 on: something else than Rom wrote it. Set it to the greatest key in use. Nothing was written.")
        {
            Model = write.Model.Name,
        },
        CommitStatus.GuardFailed => Race(options, write, result),
        CommitStatus.UniqueTaken => Taken(options, write, result),
        CommitStatus.SchemaDiffers => Schema(write.Model, result.StoredSchema),
        CommitStatus.KeysExhausted => new RomException($"{write.Model.Name} has no further integer key to assign.") { Model = write.Model.Name },
        CommitStatus.ReceiptKnown => RunBefore(),
        _ => throw new InvalidOperationException($"A commit ended with {result.Status}."),
    };

    /// <summary>The first of several, which lists them all.</summary>
    public static RomException Together(IReadOnlyList<RomException> conflicts)
    {
        if (conflicts[0] is ConflictException first) first.Conflicts = [.. conflicts.OfType<ConflictException>()];
        return conflicts[0];
    }

    public static StoreException RunBefore() =>
        new("A commit arrived twice, or after WasCommittedAsync had answered that it did not happen; this time it wrote nothing.");

    public static TransactionConflictException ReadChanged(ReadCheck check) => check switch
    {
        RowCheck { Row: not null } row => new($"{Row(row.Model, row.Key)} was changed or deleted after the transaction had read it.") { Model = row.Model.Name, Key = Text(row.Key) },
        RowCheck row => new($"{Row(row.Model, row.Key)} was stored after the transaction had found no such row.") { Model = row.Model.Name, Key = Text(row.Key) },
        FreeValueCheck free => new($"A row of {free.Model.Name} took a value of {free.Unique.Column.Property} that the transaction had found free.")
        {
            Model = free.Model.Name, Column = free.Unique.Column.Property,
        },
        _ => new($"Rows of {check.Model.Name} came or went after the transaction had counted them.") { Model = check.Model.Name },
    };

    public static TransactionConflictException Exhausted(ConflictException last, int attempts) =>
        new($"A transaction met a conflict in each of its {attempts} attempts; nothing was written. The last: {last.Message}", last)
        {
            Model = last.Model, Key = last.Key, Column = last.Column, Entity = last.Entity, Attempts = attempts,
        };

    public static RomException NotInUnit(ModelMetadata model, PendingReference reference) =>
        new($"{model.Name}.{model.Columns[reference.Column].Property} refers to a new {reference.Handler.Model.Name} that is not stored by the same call: "
            + "save that one first, or commit both with a session.") { Model = model.Name, Column = model.Columns[reference.Column].Property };

    public static RomException SplitApart(ModelMetadata model, PendingReference reference) =>
        new($"{model.Name}.{model.Columns[reference.Column].Property} refers to a new {reference.Handler.Model.Name} that a later part of this split commit stores; nothing was written. New entities that refer "
            + "to each other must be in one part: raise SplitOptions.RowsPerCommit, or set one of the references after the commit.") { Model = model.Name, Column = model.Columns[reference.Column].Property };

    /// <summary>Of a reference to an entity that its program deleted: what a message says after the column.</summary>
    public static string DeletedTarget(ModelMetadata target, byte[]? key) =>
        $"refers to {Within(target, key)}, which was deleted: set it to another one or to null; if it is stored again, load it and refer to what was loaded";

    public static InvalidValueException RemovedTarget(PendingRow row, PendingReference reference)
    {
        string column = row.Write.Model.Columns[reference.Column].Property;
        return new InvalidValueException(
            $"{column} of {Within(row.Write.Model, row.Write.Key)} refers to {Within(reference.Handler.Model, reference.Key)}, which the same unit removes; nothing was written. "
            + "Set it to another one or to null, or Add that one again.")
        {
            Model = row.Write.Model.Name, Key = Text(row.Write.Key), Column = column,
        };
    }

    public static RomException CancelledBetween(bool delete, OperationCanceledException cause) =>
        new($"The caller cancelled before this entity was sent, so it was not {(delete ? "deleted" : "saved")}. Those before it were sent; call again with those that are NotSent.", cause);

    public static UniqueViolationException TakenTwice(PendingRow row, UniqueMetadata unique) =>
        new($"{Row(row.Write.Model, row.Write.Key)} cannot have this {unique.Column.Property}: it is unique and another {row.Write.Model.Name} of the same unit has it. Nothing was written.")
        {
            Model = row.Write.Model.Name, Key = Text(row.Write.Key), Column = unique.Column.Property, Entity = row.Entity,
        };

    public static LockNotAcquiredException Locked(ModelMetadata model, byte[] key, TimeSpan wait) =>
        new($"{Row(model, key)} is locked by somebody else, who did not give it back within {wait.TotalSeconds:0.###} s.") { Model = model.Name, Key = Text(key) };

    public static RomException NotStored(ModelMetadata model, string verb) => new($"An entity of {model.Name} that was never stored cannot {verb}.") { Model = model.Name };

    public static EntityDeletedException NoRow(ModelMetadata model, byte[] key) =>
        new($"{Row(model, key)} has no row, so it has no native structures: it was deleted, or not saved yet.") { Model = model.Name, Key = Text(key) };

    public static SchemaException Overtaken(ModelMetadata model) => new(
        $"Another ReindexAsync of {model.Name} took over, or its schema record was changed otherwise, so this one stopped.") { Model = model.Name };

    public static SchemaException Schema(ModelMetadata model, string stored) => stored.StartsWith(SchemaRecord.Rebuilding, StringComparison.Ordinal)
        ? new($"The indexes of {model.Name} are being rebuilt, so nothing was read from them or written. Wait for the ReindexAsync that does it; if it was stopped, run ReindexAsync again: it goes on where it was.")
        {
            Model = model.Name,
        }
        : new($"The stored schema of {model.Name} differs from this program's, so nothing was read from its indexes or written:\n"
            + $"{SchemaRecord.Difference(stored, model.SchemaDescription)}\n"
            + "Run the program that the stored data belongs to, or rebuild the model's indexes with this one: ReindexAsync.")
        {
            Model = model.Name,
        };

    public static EntityDeletedException Deleted(IRomEntity entity)
    {
        EntityDeletedException gone = Deleted(entity.Handler.Model, entity.Handler.KeyOf(entity));
        gone.Entity = entity;
        return gone;
    }

    public static EntityDeletedException Deleted(ModelMetadata model, byte[]? key) =>
        new($"{Row(model, key)} has no row: it was deleted, or never stored. SaveMode.Force re-creates it.") { Model = model.Name, Key = Text(key) };

    public static RomException NoKey(ModelMetadata model, string verb) =>
        new($"An entity of {model.Name} without a key cannot be {verb}: {(model.KeyIsAssignedByStore ? "save it first, so that it gets one" : $"set {model.Key.Property} first")}.") { Model = model.Name, Column = model.Key.Property };

    public static InvalidValueException UnusableKey(ModelMetadata model, InvalidValueException cause) =>
        new($"{model.Key.Property} cannot be the key of {model.Name}: {cause.Message}", cause) { Model = model.Name, Column = model.Key.Property };

    public static InvalidValueException OtherKey(ModelMetadata model, byte[] key) =>
        new($"{Row(model, key)} holds another key in its field '{model.Key.StoredName}': the row was copied or renamed by another program, without its index entries. "
            + "Delete that key of Redis, or set its field, and call ReindexAsync.")
        {
            Model = model.Name, Key = Text(key), Column = model.Key.Property,
        };

    public static RomException KeyChanged(ModelMetadata model, byte[] stored) =>
        new($"{Row(model, stored)} was loaded with this key and now has another one. Keys do not change: copy the entity with Copy(), set its key and save that.")
        {
            Model = model.Name, Key = Text(stored), Column = model.Key.Property,
        };

    public static RomException NotPrepared(ModelMetadata model, byte[]? key, Exception cause) =>
        new($"{Row(model, key)} was not sent: a hook before the write, or what makes its key, threw {cause.GetType().Name}.", cause) { Model = model.Name, Key = Text(key) };

    /// <summary>A sum that is no number of its column's type, to the last digit.</summary>
    public static InvalidValueException OutOfRange(ColumnMetadata column, byte[] key, OverflowException cause) =>
        new($"{column.Property} of {Row(column.Model, key)} would be a number that its type does not hold, or not to the last digit; nothing was written.", cause)
        {
            Model = column.Model.Name, Key = Text(key), Column = column.Property,
        };

    private static DataRaceException Race(RomOptions options, RowWrite write, CommitResult result)
    {
        Dictionary<string, string?> stored = [];
        for (int i = 0; i < write.Guards.Count; i++)
        {
            FieldGuard guard = write.Guards[i];
            byte[]? present = result.Present[i];
            if (guard.Column < write.Model.DeclaredColumns && !ByteArrayComparer.Instance.Equals(present, guard.Expected))
                stored[write.Model.Columns[guard.Column].Property] = StoredText.Display(write.Model.Columns[guard.Column], present);
        }

        string values = options.IncludeValuesInErrors
            ? $" Stored now: {string.Join(", ", stored.Select(pair => $"{pair.Key} = {pair.Value ?? "null"}"))}."
            : "";
        return new DataRaceException(
            $"Another writer changed {string.Join(", ", stored.Keys)} of {Row(write.Model, write.Key)} after it was loaded; nothing was written. "
            + $"Call RefreshAsync, apply the change again and save.{values}")
        {
            Model = write.Model.Name, Key = Text(write.Key), Column = stored.Keys.FirstOrDefault(), StoredValues = stored,
        };
    }

    private static UniqueViolationException Taken(RomOptions options, RowWrite write, CommitResult result)
    {
        UniqueEntry take = write.Takes[result.Take];
        UniqueMetadata unique = write.Model.Uniques[take.Unique];
        string properties = unique.Computed is { } computed ? computed.Column.Property : string.Join(" and ", unique.Inputs.ToArray().Select(input => unique.Model.Columns[input].Property));
        string value = Encoding.UTF8.GetString(take.Value);
        string owner = options.IncludeValuesInErrors ? $" The value is '{value}', the owner {Text(result.Owner)}." : "";
        return new UniqueViolationException(
            $"{Row(write.Model, write.Key)} cannot have this {properties}: it is unique and another {write.Model.Name} has it. Nothing was written.{owner}")
        {
            Model = write.Model.Name, Key = Text(write.Key), Column = unique.Column.Property, Value = value, OwnerKey = Text(result.Owner),
        };
    }

    /// <summary>How messages name a row.</summary>
    public static string Row(ModelMetadata model, byte[]? key) => key is null ? $"A new {model.Name}" : $"{model.Name} '{Text(key)}'";

    /// <summary>The same within a sentence.</summary>
    private static string Within(ModelMetadata model, byte[]? key) => key is null ? $"a new {model.Name}" : Row(model, key);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
