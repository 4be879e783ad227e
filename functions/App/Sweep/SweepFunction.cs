namespace KawasakiServerless.Functions.Sweep;

/// <summary>Every ten minutes: pick up what a crash left half done.</summary>
public sealed class SweepFunction(Sweeper sweeper)
{
    /// <returns>What was done, a line each.</returns>
    public Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation) => sweeper.SweepAsync(Sweeper.MinimumAge, cancellation);
}
