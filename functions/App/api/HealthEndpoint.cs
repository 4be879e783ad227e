using System.Reflection;
using Azure;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Api;

public sealed record Health(string Status, string Version, DateTimeOffset? LastPublication);

public static class HealthEndpoint
{
    private static readonly string Version = typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static async Task<IResult> GetAsync(PublicationStore publications, CancellationToken cancellation)
    {
        try
        {
            var last = (await publications.HistoryAsync(cancellation)).FirstOrDefault(p => p.State == PublicationState.Live);
            return Results.Ok(new Health("ok", Version, last?.FinishedAt));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && (failure is RequestFailedException || failure.IsOutage()))
        {
            return ApiProblem.StorageUnavailable();
        }
    }
}
