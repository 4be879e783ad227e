using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// The nightly work, at the time of NIGHTLY_SCHEDULE: finishes interrupted work, renders the site, publishes the changes and deletes data
/// whose retention period is over. The timer may fire late or twice; a second run then finds nothing to change.
/// </summary>
public sealed class NightlyRun(Sweeper sweeper, Publisher publisher, Retention retention, ILogger<NightlyRun> log)
{
    /// <returns>One log line for each action.</returns>
    /// <exception cref="InvalidOperationException">The publication failed. Because of the exception, the Functions host calls the timer
    /// function again.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        using var activity = CityTelemetry.Activities.StartActivity("night");
        var swept = await TrySweepAsync(cancellation);
        var publication = await publisher.PublishAsync(Triggers.Nightly, "timer", cancellation);
        if (publication.State == PublicationState.Failed)
            throw new InvalidOperationException($"Publication {publication.Id} failed: {publication.Message}");
        IReadOnlyList<string> done =
        [
            .. swept,
            .. await retention.TrySweepAsync(Retention.MinimumAge, cancellation) ?? [],
            ($"publication {publication.Id} {publication.State}: {publication.Rendered} rendered, {publication.Written} written, "
                + $"{publication.Removed} removed. {publication.Message}").TrimEnd(' ', '.'),
        ];
        foreach (var line in done)
            log.LogInformation("Nightly run: {Done}", line);
        return done;
    }

    // The sweep finishes interrupted work. If it fails, the nightly publication must take place nevertheless; the next sweep follows within
    // ten minutes.
    private async Task<IReadOnlyList<string>> TrySweepAsync(CancellationToken cancellation)
    {
        try
        {
            return await sweeper.SweepAsync(Sweeper.MinimumAge, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "The sweep before the nightly publication failed; the publication continues");
            return [];
        }
    }
}
