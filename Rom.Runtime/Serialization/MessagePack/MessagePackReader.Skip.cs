using Rom.Serialization;

namespace Rom.CompilerServices;

public ref partial struct MessagePackReader
{
    /// <summary>Passes one value of any kind.</summary>
    public void Skip()
    {
        // A counter, not recursion: how deep unknown data goes does not matter.
        for (long left = 1; left > 0; left--) left += SkipOne();
    }

    /// <summary>Passes a value without those inside it.</summary>
    /// <returns>How many are inside.</returns>
    private long SkipOne()
    {
        byte code = Code("value");
        switch (code)
        {
            case <= MessagePackCode.MaxPositiveFixInt or >= MessagePackCode.MinNegativeFixInt: return 0;
            case MessagePackCode.Nil or MessagePackCode.False or MessagePackCode.True: return 0;
            case < MessagePackCode.FixArray: return 2 * (code & 15);
            case < MessagePackCode.FixString: return code & 15;
            case MessagePackCode.Array16: return Length(2);
            case MessagePackCode.Array32: return Length(4);
            case MessagePackCode.Map16: return 2L * Length(2);
            case MessagePackCode.Map32: return 2L * Length(4);
        }

        int length = StringLength(code) ?? BinaryLength(code) ?? code switch
        {
            MessagePackCode.UInt8 or MessagePackCode.Int8 => 1,
            MessagePackCode.UInt16 or MessagePackCode.Int16 => 2,
            MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Float32 => 4,
            MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Float64 => 8,
            >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16 => 1 + (1 << code - MessagePackCode.FixExt1),
            MessagePackCode.Ext8 => 1 + Length(1),
            MessagePackCode.Ext16 => 1 + Length(2),
            MessagePackCode.Ext32 => 1 + Length(4),
            _ => throw Unexpected("value", code),
        };
        Take(length);
        return 0;
    }
}
