using NUnit.Framework;
using Rom.CompilerServices;
using StackExchange.Redis;

namespace Rom.Tests.Infrastructure;

/// <summary>
/// A suite that runs on every engine, against the public API. Each test has a key prefix of its own; on Redis, after each test, the
/// whole of what is stored under it must be what the rows imply, and on each engine <c>VerifyAsync</c> must find nothing.
/// </summary>
[TestFixture(EngineKind.Memory)]
[TestFixture(EngineKind.Redis)]
public abstract class ConformanceFixture(EngineKind kind)
{
    private static int _tests;
    private ConnectionMultiplexer? _raw;

    protected EngineKind Kind { get; } = kind;

    protected string Prefix { get; private set; } = "";

    /// <summary>The database under test.</summary>
    protected RomDatabase Db { get; private set; } = null!;

    /// <summary>Another client of the same data.</summary>
    protected RomDatabase Other { get; private set; } = null!;

    /// <summary>The server itself; only on Redis.</summary>
    protected IDatabase Raw => _raw!.GetDatabase();

    /// <summary>The models whose keys are verified after each test.</summary>
    protected virtual ModelMetadata[] VerifiedModels => [];

    [SetUp]
    public async Task OpenAsync()
    {
        Prefix = $"t{Interlocked.Increment(ref _tests)}:";
        RomOptions options = Patience.Options(Prefix);
        if (Kind == EngineKind.Memory)
        {
            Db = RomDatabase.InMemory(options);
            Other = Db;
            return;
        }

        string address = SharedRedis.RequireAddress();
        Db = await RomDatabase.ConnectAsync(address, options);
        Other = await RomDatabase.ConnectAsync(address, options);
        _raw = await ConnectionMultiplexer.ConnectAsync(address);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await Clean.VerifyAsync(Db, VerifiedModels);
        if (_raw is not null)
        {
            if (VerifiedModels.Length > 0) await KeyspaceVerifier.VerifyAsync(Raw, Prefix, VerifiedModels);
            await _raw.CloseAsync();
            _raw = null;
        }

        if (Db is not null) await Db.DisposeAsync();
        if (Other is not null) await Other.DisposeAsync();
    }

    /// <summary>The metadata of a model, as generic code reaches it.</summary>
    protected static ModelMetadata Metadata<TModel, TKey, TColumns>()
        where TModel : class, IRomModel<TModel, TKey, TColumns>
        where TKey : notnull
        where TColumns : class => TModel.Metadata;
}
