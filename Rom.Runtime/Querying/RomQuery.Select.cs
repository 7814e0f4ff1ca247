using Rom.CompilerServices;
using Rom.Querying;

namespace Rom;

public partial class RomQuery<TModel, TKey, TColumns>
{
    /// <summary>Reads one column only.</summary>
    public RomProjection<T1> Select<T1>(
        Func<TColumns, IColumn<T1>> first)
    {
        IColumn<T1> c1 = ColumnOf(first);
        return Project([c1.Metadata], (in RowReader row) => c1.Read(in row));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2)> Select<T1, T2>(
        Func<TColumns, IColumn<T1>> first, Func<TColumns, IColumn<T2>> second)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        return Project([c1.Metadata, c2.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3)> Select<T1, T2, T3>(
        Func<TColumns, IColumn<T1>> first, Func<TColumns, IColumn<T2>> second, Func<TColumns, IColumn<T3>> third)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3, T4)> Select<T1, T2, T3, T4>(
        Func<TColumns, IColumn<T1>> first,
        Func<TColumns, IColumn<T2>> second,
        Func<TColumns, IColumn<T3>> third,
        Func<TColumns, IColumn<T4>> fourth)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        IColumn<T4> c4 = ColumnOf(fourth);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata, c4.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row), c4.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3, T4, T5)> Select<T1, T2, T3, T4, T5>(
        Func<TColumns, IColumn<T1>> first,
        Func<TColumns, IColumn<T2>> second,
        Func<TColumns, IColumn<T3>> third,
        Func<TColumns, IColumn<T4>> fourth,
        Func<TColumns, IColumn<T5>> fifth)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        IColumn<T4> c4 = ColumnOf(fourth);
        IColumn<T5> c5 = ColumnOf(fifth);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata, c4.Metadata, c5.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row), c4.Read(in row), c5.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3, T4, T5, T6)> Select<T1, T2, T3, T4, T5, T6>(
        Func<TColumns, IColumn<T1>> first,
        Func<TColumns, IColumn<T2>> second,
        Func<TColumns, IColumn<T3>> third,
        Func<TColumns, IColumn<T4>> fourth,
        Func<TColumns, IColumn<T5>> fifth,
        Func<TColumns, IColumn<T6>> sixth)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        IColumn<T4> c4 = ColumnOf(fourth);
        IColumn<T5> c5 = ColumnOf(fifth);
        IColumn<T6> c6 = ColumnOf(sixth);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata, c4.Metadata, c5.Metadata, c6.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row), c4.Read(in row), c5.Read(in row), c6.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3, T4, T5, T6, T7)> Select<T1, T2, T3, T4, T5, T6, T7>(
        Func<TColumns, IColumn<T1>> first,
        Func<TColumns, IColumn<T2>> second,
        Func<TColumns, IColumn<T3>> third,
        Func<TColumns, IColumn<T4>> fourth,
        Func<TColumns, IColumn<T5>> fifth,
        Func<TColumns, IColumn<T6>> sixth,
        Func<TColumns, IColumn<T7>> seventh)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        IColumn<T4> c4 = ColumnOf(fourth);
        IColumn<T5> c5 = ColumnOf(fifth);
        IColumn<T6> c6 = ColumnOf(sixth);
        IColumn<T7> c7 = ColumnOf(seventh);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata, c4.Metadata, c5.Metadata, c6.Metadata, c7.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row), c4.Read(in row), c5.Read(in row), c6.Read(in row), c7.Read(in row)));
    }

    /// <summary>Reads these columns only.</summary>
    public RomProjection<(T1, T2, T3, T4, T5, T6, T7, T8)> Select<T1, T2, T3, T4, T5, T6, T7, T8>(
        Func<TColumns, IColumn<T1>> first,
        Func<TColumns, IColumn<T2>> second,
        Func<TColumns, IColumn<T3>> third,
        Func<TColumns, IColumn<T4>> fourth,
        Func<TColumns, IColumn<T5>> fifth,
        Func<TColumns, IColumn<T6>> sixth,
        Func<TColumns, IColumn<T7>> seventh,
        Func<TColumns, IColumn<T8>> eighth)
    {
        IColumn<T1> c1 = ColumnOf(first);
        IColumn<T2> c2 = ColumnOf(second);
        IColumn<T3> c3 = ColumnOf(third);
        IColumn<T4> c4 = ColumnOf(fourth);
        IColumn<T5> c5 = ColumnOf(fifth);
        IColumn<T6> c6 = ColumnOf(sixth);
        IColumn<T7> c7 = ColumnOf(seventh);
        IColumn<T8> c8 = ColumnOf(eighth);
        return Project([c1.Metadata, c2.Metadata, c3.Metadata, c4.Metadata, c5.Metadata, c6.Metadata, c7.Metadata, c8.Metadata], (in RowReader row) => (c1.Read(in row), c2.Read(in row), c3.Read(in row), c4.Read(in row), c5.Read(in row), c6.Read(in row), c7.Read(in row), c8.Read(in row)));
    }

    private static IColumn<T> ColumnOf<T>(Func<TColumns, IColumn<T>> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column(TModel.TypedColumns);
    }

    private RomProjection<T> Project<T>(ColumnMetadata[] columns, ProjectionReader<T> read)
    {
        ModelMetadata model = TModel.Metadata;
        int[] ordinals = [.. columns.Select(column => column.Ordinal).Where(ordinal => ordinal != 0).Distinct()];
        return new RomProjection<T>(new RowQuery<T>(_context, model, _spec, ordinals, row => read(new RowReader(model, row))));
    }
}

/// <summary>What a row's columns become.</summary>
internal delegate T ProjectionReader<out T>(in RowReader row);
