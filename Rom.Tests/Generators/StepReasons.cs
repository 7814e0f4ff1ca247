using Microsoft.CodeAnalysis;
using Rom.Generators;

namespace Rom.Tests.Generators;

/// <summary>Why the steps of a run have the values that they have.</summary>
internal static class StepReasons
{
    public static readonly string[] Named = [TrackingNames.Models, TrackingNames.CaseCollisions];

    /// <summary>Named steps and outputs that were computed to something new.</summary>
    public static IEnumerable<string> NotCached(GeneratorRunResult result) => result.TrackedSteps
        .Where(step => Named.Contains(step.Key))
        .Concat(result.TrackedOutputSteps)
        .SelectMany(step => step.Value.SelectMany(run => run.Outputs.Select(output => (step.Key, output.Reason))))
        .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(output => $"{output.Key}: {output.Reason}");

    /// <summary>How many files were written anew.</summary>
    public static int Emitted(GeneratorRunResult result) => result.TrackedOutputSteps
        .SelectMany(step => step.Value)
        .SelectMany(run => run.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
