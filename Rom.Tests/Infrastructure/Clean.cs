using NUnit.Framework;
using Rom.CompilerServices;
using Rom.Maintenance;

namespace Rom.Tests.Infrastructure;

/// <summary>What <c>VerifyAsync</c> says of several models.</summary>
internal static class Clean
{
    /// <summary>Asserts that it finds nothing in any of them.</summary>
    public static async Task VerifyAsync(RomDatabase db, params ModelMetadata[] models)
    {
        foreach (ModelMetadata model in models)
        {
            VerifyFindings findings = new(model, 20, includeValues: true);
            await db.Engine.VerifyAsync(model, findings, null, CancellationToken.None);
            Assert.That(findings.Report().IsClean, findings.Report().ToString());
        }
    }
}
