using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

public sealed partial class PublicationStore(CityStorage storage)
{
    private const string Partition = "site";

    public static string NewId(DateTimeOffset now) =>
        $"{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";

    public static bool IsId(string text) => AsWritten().IsMatch(text);

    public async Task<Publication> AddAsync(Publication publication, CancellationToken cancellation) =>
        publication with { Version = await storage.Publications.AddNewAsync(ToEntity(publication), cancellation) };

    /// <returns>Overtaken when another process has taken this publication over.</returns>
    public async Task<WriteOutcome<Publication>> UpdateAsync(Publication publication, CancellationToken cancellation) =>
        (await storage.Publications.TryUpdateAsync(ToEntity(publication), publication.Version, cancellation)).Select(version => publication with { Version = version });

    public async Task<Publication?> FindAsync(string id, CancellationToken cancellation) =>
        await storage.Publications.FindAsync(Partition, id, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>Every publication, newest first.</summary>
    public async Task<IReadOnlyList<Publication>> HistoryAsync(CancellationToken cancellation)
    {
        var publications = new List<Publication>();
        await foreach (var row in storage.Publications.QueryAsync($"PartitionKey eq {Partition}", cancellation))
            publications.Add(FromEntity(row));
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
        Version = e.Version(),
    };
}
