using NUnit.Framework;

namespace Rom.Tests.Infrastructure;

public class RedisAvailabilityTests
{
    /// <summary>Makes a run without Redis fail, although each test that needs it is only ignored.</summary>
    [Test]
    public void Redis_is_available() => Assert.That(RedisProgram.Problem, Is.Null);
}
