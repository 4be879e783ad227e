using System.Text.Json;
using KawasakiServerless.Functions.Hosting;
using KawasakiServerless.Functions.Purging;
using KawasakiServerless.Functions.SignIn;
using KawasakiServerless.Storage.Purges;

namespace KawasakiServerless.Functions.Api;

/// <summary>What is to be purged: one of the two.</summary>
/// <param name="Submission">Id of a submission.</param>
/// <param name="Record">管理番号 of a record; with an initiative go its indicators.</param>
public sealed record PurgeRequest(string? Submission, string? Record)
{
    /// <summary>Null when it is none or both.</summary>
    public string? What => string.IsNullOrWhiteSpace(Submission) == string.IsNullOrWhiteSpace(Record) ? null : (Submission ?? Record)!.Trim();
}

/// <summary>A purge as the coordinator sees it.</summary>
/// <param name="State">requested or done.</param>
public sealed record PurgeView(string Id, PurgeState State, string What, string Who, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, string? Message)
{
    public static PurgeView Of(Purge p) => new(p.Id, p.State, p.What, p.Who, p.RequestedAt, p.FinishedAt, p.Message);
}

public static class PurgeEndpoints
{
    public static async Task<IResult> RequestAsync(HttpContext context, Purger purger, RequestedWork work, CancellationToken cancellation)
    {
        if (await WhatAsync(context.Request, cancellation) is not { } what)
            return ApiProblem.NothingToPurge();
        if (await purger.RequestAsync(what, context.Caller().Name, cancellation) is not { } purge)
            return ApiProblem.UnknownToPurge(what);
        work.Add($"Purge {purge.Id}", stopping => purger.RunAsync(purge, stopping));
        return Results.Accepted($"/api/purges/{purge.Id}", PurgeView.Of(purge));
    }

    public static async Task<IResult> FindAsync(string id, PurgeStore purges, CancellationToken cancellation) =>
        await purges.FindAsync(id, cancellation) is { } purge ? Results.Ok(PurgeView.Of(purge)) : ApiProblem.UnknownPurge(id);

    private static async Task<string?> WhatAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            return (await request.ReadFromJsonAsync<PurgeRequest>(cancellation))?.What;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
