using System.Diagnostics;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Telemetry;

/// <summary>
/// Connects an upload and the publication that makes it public in one trace: the row of the submission stores the trace context of the
/// upload, and the publication adds the last activity to that trace.
/// </summary>
public sealed class UploadTraces(SubmissionStore submissions, TimeProvider time, ILogger<UploadTraces> log)
{
    /// <summary>The W3C traceparent to store in the row of a submission; null when no listener records traces.</summary>
    public static string? Current => CityTelemetry.Activities.HasListeners() ? Activity.Current?.Id : null;

    /// <param name="submissions">Ids of the submissions that become public for the first time.</param>
    /// <param name="publication">The id of the running publication, whose activity is the current one.</param>
    /// <param name="cancellation">Cancellation takes effect between two submissions.</param>
    public async Task EndAsync(IEnumerable<string> submissions, string publication, CancellationToken cancellation)
    {
        if (!CityTelemetry.Activities.HasListeners())
            return;
        foreach (var id in submissions.Select(SubmissionIdOf).OfType<SubmissionId>())
            End(await TryFindAsync(id, cancellation), publication);
    }

    private static SubmissionId? SubmissionIdOf(string text) => SubmissionId.TryParse(text, out var id) ? id : null;

    // The publication is already live, so a failure to complete a trace must not make the publication fail.
    private async Task<Submission?> TryFindAsync(SubmissionId id, CancellationToken cancellation)
    {
        try
        {
            return await submissions.FindAsync(id, cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The trace of submission {Submission} could not be completed", id);
            return null;
        }
    }

    // The activity starts with the upload and ends now, so the trace shows how long it took until the submission was public.
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
