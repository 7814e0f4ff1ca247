using System.ComponentModel;
using System.Globalization;
using System.Text;
using Rom.Errors;
using Rom.Storage;

namespace Rom.CompilerServices;

/// <summary>The entity that a native structure belongs to, and the structure's name.</summary>
/// <param name="entity">The entity.</param>
/// <param name="name">The property's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NativeOwner(IRomEntity entity, string name)
{
    /// <summary>How many values travel in one command at most; the server's scripts take 7,999.</summary>
    internal const int MostValues = 4_000;

    /// <summary>The texts of a command's reply.</summary>
    internal Task<byte[]?[]> RunAsync(RomContext context, NativeCommand command, CancellationToken cancellationToken, params byte[][] arguments)
    {
        ArgumentNullException.ThrowIfNull(context);
        EntityHandler handler = entity.Handler;
        ref EntityState state = ref handler.StateOf(entity);
        byte[]? key = state.Stored(entity)?[0] ?? handler.KeyOf(entity);
        if (state.IsDeleted(entity)) throw Conflicts.Deleted(handler.Model, key);
        if (key is null) throw Conflicts.NoKey(handler.Model, $"asked for its {name}");
        return RunAsync(context.Engine, new NativePlan(handler.Model, name, key, command, arguments), cancellationToken);
    }

    /// <summary>The one number of a reply.</summary>
    internal async Task<long> NumberAsync(RomContext context, NativeCommand command, CancellationToken cancellationToken, params byte[][] arguments) =>
        KeyText.DecodeInt64((await RunAsync(context, command, cancellationToken, arguments).ConfigureAwait(false))[0]!);

    /// <summary>Sends values in as many commands as they need.</summary>
    /// <returns>The sum of the replies, or the last.</returns>
    internal async Task<long> NumberAsync(RomContext context, NativeCommand command, byte[][] values, bool sum, CancellationToken cancellationToken)
    {
        long total = 0;
        foreach (byte[][] part in values.Chunk(MostValues))
        {
            long number = await NumberAsync(context, command, cancellationToken, part).ConfigureAwait(false);
            total = sum ? total + number : number;
        }

        return total;
    }

    internal static byte[] Number(long value) => Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture));

    private static async Task<byte[]?[]> RunAsync(IEngine engine, NativePlan plan, CancellationToken cancellationToken) =>
        await engine.NativeAsync(plan, cancellationToken).ConfigureAwait(false) ?? throw Conflicts.NoRow(plan.Model, plan.Key);
}
