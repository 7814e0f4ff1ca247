using System.Globalization;
using System.Numerics;
using System.Text;
using Rom.CompilerServices;
using Rom.Serialization;
using Rom.Sessions;

namespace Rom.Storage.Memory;

/// <summary>What <c>patch.lua</c> does, with the numbers of C#.</summary>
internal sealed class MemoryPatch(PatchPlan plan)
{
    public CommitResult Run(Func<ModelMetadata, MemoryTable> tableOf)
    {
        MemoryTable table = tableOf(plan.Model);
        if (table.Schema is { } schema && schema != plan.Model.SchemaDescription) return new CommitResult { Status = CommitStatus.SchemaDiffers, StoredSchema = schema };
        if (table.Row(plan.Model, plan.Key) is not { } row) return new CommitResult { Status = CommitStatus.RowMissing };
        byte[]?[] next = [.. row];
        foreach (FieldChange change in plan.Changes)
        {
            int ordinal = change.Column.Ordinal;
            if (!TryApply(change, next[ordinal], out byte[]? field)) return new CommitResult { Status = CommitStatus.NotExact };
            next[ordinal] = ByteArrayComparer.Instance.Equals(field, row[ordinal]) ? row[ordinal] : field;
        }

        return plan.Changes.All(change => ReferenceEquals(row[change.Column.Ordinal], next[change.Column.Ordinal]))
            ? CommitResult.Done
            : new MemoryCommit(new CommitPlan(RowWrites.Update(plan.Model, row, next, full: false)), tableOf).Run();
    }

    private static bool TryApply(FieldChange change, byte[]? field, out byte[]? result)
    {
        result = change.Value;
        if (change.Kind == FieldChangeKind.Set) return true;
        if (field is null && !change.AbsentIsNull) return false;
        bool isNull = !StoredText.TryGetValue(change.Column, field, out ReadOnlySpan<byte> text);
        result = change.Kind switch
        {
            FieldChangeKind.Append => Appended(change.Column, text, change.Value!),
            _ when isNull => change.Value,
            FieldChangeKind.AddInteger => IntegerSum(text, change),
            FieldChangeKind.AddDecimal => DecimalSum(text, change.Value!),
            _ => throw new InvalidOperationException($"{change.Kind} is no change of a field."),
        };
        return result is not null;
    }

    private static byte[]? Appended(ColumnMetadata column, ReadOnlySpan<byte> text, byte[] value)
    {
        if (text.Length + value.Length > RowLimits.MaxValueLength) return null;
        byte[] joined = [.. text, .. value];
        return column.StoresNull && joined is [0, ..] ? [0, .. joined] : joined;
    }

    private static byte[]? IntegerSum(ReadOnlySpan<byte> text, FieldChange change)
    {
        if (!IntegerFormat<BigInteger>.TryRead(text, out BigInteger held) || !IntegerFormat<BigInteger>.TryRead(change.Value, out BigInteger added)) return null;
        BigInteger sum = held + added;
        return sum < BigInteger.Parse(change.Bounds.Least, CultureInfo.InvariantCulture) || sum > BigInteger.Parse(change.Bounds.Greatest, CultureInfo.InvariantCulture)
            ? null
            : Encoding.ASCII.GetBytes(sum.ToString(CultureInfo.InvariantCulture));
    }

    private static byte[]? DecimalSum(ReadOnlySpan<byte> text, byte[] value)
    {
        if (!ScalarText.TryRead(text, out decimal held) || !ScalarText.TryRead(value, out decimal added)) return null;
        try
        {
            return StoredText.OfNumber<DecimalFormat, decimal>(Querying.DecimalSum.Exact(held, added));
        }
        catch (OverflowException)
        {
            // The caller computes it once more, and says so.
            return null;
        }
    }
}
