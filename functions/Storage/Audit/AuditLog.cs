using System.Globalization;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Audit;

/// <summary>Who did what to what, when. An entry's id names the deed, so that writing it twice leaves one.</summary>
public sealed record AuditEntry(string Id, string Who, string What, string To, DateTimeOffset When);

public sealed class AuditLog(CityStorage storage)
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        storage.Audit.PutAsync(ToEntity(entry), cancellation);

    private static TableEntity ToEntity(AuditEntry entry) =>
        new(entry.When.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture), entry.Id)
        {
            ["Who"] = entry.Who,
            ["What"] = entry.What,
            ["To"] = entry.To,
            ["When"] = entry.When,
        };
}
