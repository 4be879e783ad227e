using System.Diagnostics;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Telemetry;

/// <summary>
/// One trace from upload to publication: the row of a submission keeps the trace of its upload, and the publication that brings the
/// submission to readers adds the last activity to it.
/// </summary>
public sealed class UploadTraces(SubmissionStore submissions, TimeProvider time, ILogger<UploadTraces> log)
{
    /// <summary>The traceparent that the row of a submission keeps; null where nobody listens.</summary>
    public static string? Current => CityTelemetry.Activities.HasListeners() ? Activity.Current?.Id : null;

    /// <param name="submissions">Ids of those whose content readers see for the first time.</param>
    /// <param name="publication">The id of the publication under way, whose activity is the current one.</param>
    /// <param name="cancellation">Stops between two of them.</param>
    public async Task EndAsync(IEnumerable<string> submissions, string publication, CancellationToken cancellation)
    {
        if (!CityTelemetry.Activities.HasListeners())
            return;
        foreach (var id in submissions.Select(SubmissionIdOf).OfType<SubmissionId>())
            End(await TryFindAsync(id, cancellation), publication);
    }

    private static SubmissionId? SubmissionIdOf(string text) => SubmissionId.TryParse(text, out var id) ? id : null;

    // The publication is live: that a trace has no end is no reason to fail.
    private async Task<Submission?> TryFindAsync(SubmissionId id, CancellationToken cancellation)
    {
        try
        {
            return await submissions.FindAsync(id, cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The trace of submission {Submission} is not ended", id);
            return null;
        }
    }

    // From the upload to now: the trace says how long readers waited for it.
    private void End(Submission? submission, string publication)
    {
        if (submission is null || !ActivityContext.TryParse(submission.Trace, null, isRemote: true, out var upload))
            return;
        ActivityLink[] links = Activity.Current is { } current ? [new(current.Context)] : [];
        KeyValuePair<string, object?>[] tags = [new("submission.id", submission.Id.Value), new("publication.id", publication)];
        using var activity = CityTelemetry.Activities.CreateActivity("submission.published", ActivityKind.Internal, upload, tags, links);
        activity?.SetStartTime(submission.UploadedAt.UtcDateTime).Start().SetEndTime(time.GetUtcNow().UtcDateTime);
    }
}
