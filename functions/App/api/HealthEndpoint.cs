using System.Reflection;
using Azure;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Functions.Api;

/// <summary>How the app is. Without an answer from storage there is only a 503.</summary>
/// <param name="LastPublication">When the site last went live.</param>
/// <param name="OldestUnfinishedSubmission">When the oldest submission that has not ended was uploaded; more than a few minutes ago, the sweep does not run. Null for none.</param>
public sealed record Health(string Status, string Storage, string Version, DateTimeOffset? LastPublication, DateTimeOffset? OldestUnfinishedSubmission);

public static class HealthEndpoint
{
    private static readonly string Version = typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static async Task<IResult> GetAsync(PublicationStore publications, SubmissionStore submissions, CancellationToken cancellation)
    {
        try
        {
            var last = (await publications.HistoryAsync(cancellation)).FirstOrDefault(p => p.State == PublicationState.Live);
            var unfinished = await submissions.UnfinishedAsync(cancellation);
            return Results.Ok(new Health("ok", "reachable", Version, last?.FinishedAt, unfinished.Count == 0 ? null : unfinished.Min(s => s.UploadedAt)));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && (failure is RequestFailedException || failure.IsOutage()))
        {
            return ApiProblem.StorageUnavailable();
        }
    }
}
