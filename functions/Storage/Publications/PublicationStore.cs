using System.Text.RegularExpressions;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

public sealed partial class PublicationStore(CityStorage storage)
{
    private const string Partition = "site";

    public static string NewId(DateTimeOffset now) => TimedId.New(now);

    public static bool IsId(string text) => AsWritten().IsMatch(text);

    public async Task<Publication> AddAsync(Publication publication, CancellationToken cancellation) =>
        publication with { Version = await storage.Publications.AddNewAsync(ToEntity(publication), cancellation) };

    /// <returns><see cref="Overtaken{T}"/> if the row has changed since it was read: another process now runs this
    /// publication.</returns>
    public async Task<WriteOutcome<Publication>> UpdateAsync(Publication publication, CancellationToken cancellation) =>
        (await storage.Publications.TryUpdateAsync(ToEntity(publication), publication.Version, cancellation))
            .Map(version => publication with { Version = version });

    public async Task<Publication?> FindAsync(string id, CancellationToken cancellation) =>
        await storage.Publications.FindAsync(Partition, id, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>Lists all publications, newest first.</summary>
    public async Task<IReadOnlyList<Publication>> HistoryAsync(CancellationToken cancellation) =>
        await storage.Publications.QueryAsync($"PartitionKey eq {Partition}", cancellation)
            .Select(FromEntity).OrderByDescending(p => p.Id, StringComparer.Ordinal).ToListAsync(cancellation);

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
        e.Require<PublicationState>("State"),
        e.Require("Trigger"),
        e.Require("RequestedBy"),
        e.RequireTime("RequestedAt"),
        e.Text("Fingerprint"))
    {
        StartedAt = e.Time("StartedAt"),
        FinishedAt = e.Time("FinishedAt"),
        Rendered = e.Int("Rendered") ?? 0,
        Written = e.Int("Written") ?? 0,
        Removed = e.Int("Removed") ?? 0,
        Stage = e.Optional<PublicationStage>("Stage"),
        Manifest = e.Text("Manifest"),
        Restores = e.Text("Restores"),
        Message = e.Text("Message"),
        Version = e.Version(),
    };
}
