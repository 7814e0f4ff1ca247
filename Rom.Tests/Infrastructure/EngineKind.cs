namespace Rom.Tests.Infrastructure;

public enum EngineKind
{
    Memory,
    Redis,
}
