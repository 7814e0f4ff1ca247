using System.ComponentModel;

namespace Rom.CompilerServices;

/// <summary>Takes the values that an index is over in one row, in the stored text that a column of their type has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyWriter
{
    private readonly ModelMetadata _model;
    private readonly byte[]?[] _slot = new byte[]?[1];

    internal KeyWriter(ModelMetadata model) => _model = model;

    /// <summary>Takes the next value, as if it were the column of ordinal 0.</summary>
    public RowWriter Value => new(_model, baseline: null, _slot);

    /// <summary>The values; null when there is none, not even an empty list.</summary>
    internal List<byte[]>? Texts { get; private set; }

    /// <summary>Adds the value that was last taken; null adds nothing.</summary>
    public void Add()
    {
        if (_slot[0] is not { } text) return;
        _slot[0] = null;
        (Texts ??= []).Add(text);
    }

    /// <summary>Says that there is a list of values, which may be empty.</summary>
    public void Several() => Texts ??= [];
}
