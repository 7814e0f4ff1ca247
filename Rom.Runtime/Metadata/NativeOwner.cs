using System.ComponentModel;
using System.Globalization;
using System.Text;
using Rom.Errors;
using Rom.Serialization;
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
        Integer((await RunAsync(context, command, cancellationToken, arguments).ConfigureAwait(false))[0]!);

    /// <summary>Sends values in as many commands as they need.</summary>
    /// <returns>The sum of the replies, or the last.</returns>
    internal async Task<long> NumberAsync(RomContext context, NativeCommand command, byte[][] values, bool sum, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long total = 0;
        foreach (byte[][] part in values.Chunk(MostValues))
        {
            long number = await NumberAsync(context, command, cancellationToken, part).ConfigureAwait(false);
            total = sum ? total + number : number;
        }

        return total;
    }

    internal byte[] Encode<T>(NativeValue<T> values, T value)
    {
        try
        {
            return values.Encode(value);
        }
        catch (InvalidValueException e)
        {
            throw Placed(e);
        }
    }

    internal T Decode<T>(NativeValue<T> values, byte[] text)
    {
        try
        {
            return values.Decode(text);
        }
        catch (InvalidValueException e)
        {
            throw Placed(e);
        }
    }

    internal byte[][] EncodeAll<T>(NativeValue<T> values, IEnumerable<T> all)
    {
        NativeOwner owner = this;
        return [.. all.ConvertAll(value => owner.Encode(values, value))];
    }

    internal List<T> DecodeAll<T>(NativeValue<T> values, byte[]?[] texts)
    {
        NativeOwner owner = this;
        return texts.OfType<byte[]>().ConvertAll(text => owner.Decode(values, text));
    }

    internal long Integer(byte[] text) => ScalarText.TryRead(text, out long number) ? number : throw Placed(new InvalidValueException("It holds no integer."));

    internal static byte[] Number(long value) => Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The error with the structure that it is about.</summary>
    private InvalidValueException Placed(InvalidValueException error)
    {
        EntityHandler handler = entity.Handler;
        string? key = (handler.StateOf(entity).Stored(entity)?[0] ?? handler.KeyOf(entity)) is { } text ? Encoding.UTF8.GetString(text) : null;
        return new InvalidValueException($"{name} of {handler.Model.Name} '{key}': {error.Message}", error.InnerException) { Model = handler.Model.Name, Key = key, Column = name };
    }

    private static async Task<byte[]?[]> RunAsync(IEngine engine, NativePlan plan, CancellationToken cancellationToken) =>
        await engine.NativeAsync(plan, cancellationToken).ConfigureAwait(false) ?? throw Conflicts.NoRow(plan.Model, plan.Key);
}
