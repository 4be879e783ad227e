using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Publications;

public sealed partial class PublicationStore(CityStorage storage)
{
    private const string Partition = "site";

    public static string NewId(DateTimeOffset now) =>
        $"{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";

    public static bool IsId(string text) => AsWritten().IsMatch(text);

    public async Task<Publication> AddAsync(Publication publication, CancellationToken cancellation)
    {
        var response = await storage.Publications.AddEntityAsync(ToEntity(publication), cancellation);
        return publication with { ETag = response.Headers.ETag ?? default };
    }

    /// <exception cref="RequestFailedException">412: another process has taken this publication over.</exception>
    public async Task<Publication> UpdateAsync(Publication publication, CancellationToken cancellation)
    {
        try
        {
            var response = await storage.Publications.UpdateEntityAsync(ToEntity(publication), publication.ETag, TableUpdateMode.Replace, cancellation);
            return publication with { ETag = response.Headers.ETag ?? default };
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // Our own write, perhaps, whose answer was lost before it was sent again.
            if (await FindAsync(publication.Id, cancellation) is { } found && found with { ETag = publication.ETag } == publication)
                return found;
            throw;
        }
    }

    public async Task<Publication?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await storage.Publications.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        return found.HasValue ? FromEntity(found.Value!) : null;
    }

    /// <summary>Every publication, newest first.</summary>
    public async Task<IReadOnlyList<Publication>> HistoryAsync(CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var publications = new List<Publication>();
        await foreach (var entity in storage.Publications.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            publications.Add(FromEntity(entity));
        return [.. publications.OrderByDescending(p => p.Id, StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{9}-[0-9a-f]{6}\z")]
    private static partial Regex AsWritten();

    private static TableEntity ToEntity(Publication p) => new(Partition, p.Id)
    {
        ["State"] = p.State.ToString(),
        ["Trigger"] = p.Trigger,
        ["RequestedBy"] = p.RequestedBy,
        ["RequestedAt"] = p.RequestedAt,
        ["Fingerprint"] = p.Fingerprint,
        ["StartedAt"] = p.StartedAt,
        ["FinishedAt"] = p.FinishedAt,
        ["Rendered"] = p.Rendered,
        ["Written"] = p.Written,
        ["Removed"] = p.Removed,
        ["Stage"] = p.Stage?.ToString(),
        ["Manifest"] = p.Manifest,
        ["Restores"] = p.Restores,
        ["Message"] = p.Message,
    };

    private static Publication FromEntity(TableEntity e) => new(
        e.RowKey,
        Enum.Parse<PublicationState>(e.Require("State")),
        e.Require("Trigger"),
        e.Require("RequestedBy"),
        e.GetDateTimeOffset("RequestedAt") ?? default,
        e.GetString("Fingerprint"))
    {
        StartedAt = e.GetDateTimeOffset("StartedAt"),
        FinishedAt = e.GetDateTimeOffset("FinishedAt"),
        Rendered = e.GetInt32("Rendered") ?? 0,
        Written = e.GetInt32("Written") ?? 0,
        Removed = e.GetInt32("Removed") ?? 0,
        Stage = e.GetString("Stage") is { } stage ? Enum.Parse<PublicationStage>(stage) : null,
        Manifest = e.GetString("Manifest"),
        Restores = e.GetString("Restores"),
        Message = e.GetString("Message"),
        ETag = e.ETag,
    };
}
