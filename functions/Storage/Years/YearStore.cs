using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Years;

/// <summary>A reporting year and the register it is reported under. Nothing of it is public before it is released.</summary>
public sealed record ReportingYear(FiscalYear Year, bool IsReleased, Register Register);

/// <summary>The reporting years: preparing, then released.</summary>
public sealed class YearStore(CityStorage storage)
{
    private const string Partition = "years", Preparing = "preparing", Released = "released";

    /// <summary>Opens a year for submissions if it is not open yet; an open year stays as it is.</summary>
    public async Task OpenAsync(FiscalYear year, Register register, CancellationToken cancellation)
    {
        if (await RowAsync(year, cancellation) is not null)
            return;
        await SaveRegisterAsync(register, cancellation);
        var row = new TableEntity(Partition, KeyOf(year)) { ["State"] = Preparing, ["RegisterVersion"] = register.Version };
        try
        {
            await storage.Years.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            // Another instance opened it at the same moment.
        }
    }

    public async Task<ReportingYear?> FindAsync(FiscalYear year, CancellationToken cancellation) =>
        await RowAsync(year, cancellation) is { } row ? await WithRegisterAsync(row, cancellation) : null;

    /// <summary>Every year, newest first.</summary>
    public async Task<IReadOnlyList<ReportingYear>> AllAsync(CancellationToken cancellation)
    {
        var years = new List<ReportingYear>();
        await foreach (var row in storage.Years.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
            years.Add(await WithRegisterAsync(row, cancellation));
        return [.. years.OrderByDescending(y => y.Year)];
    }

    /// <returns>False when the year was released before.</returns>
    /// <exception cref="RequestFailedException">412: somebody else changed the year at the same moment; may be retried.</exception>
    public async Task<bool> ReleaseAsync(FiscalYear year, CancellationToken cancellation)
    {
        var row = await RowAsync(year, cancellation) ?? throw new KeyNotFoundException($"{year.Year} is not open.");
        if (row.GetString("State") == Released)
            return false;
        row["State"] = Released;
        await storage.Years.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        return true;
    }

    private async Task<TableEntity?> RowAsync(FiscalYear year, CancellationToken cancellation)
    {
        var found = await storage.Years.GetEntityIfExistsAsync<TableEntity>(Partition, KeyOf(year), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<ReportingYear> WithRegisterAsync(TableEntity row, CancellationToken cancellation)
    {
        var blob = storage.RegisterBlobs.GetBlobClient(RegisterPath(row.Require("RegisterVersion")));
        var json = (await blob.DownloadContentAsync(cancellation)).Value.Content;
        await using var stream = json.ToStream();
        return new(
            FiscalYear.Of(int.Parse(row.RowKey, CultureInfo.InvariantCulture)), row.GetString("State") == Released, Register.Parse(stream));
    }

    private async Task SaveRegisterAsync(Register register, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };
        await storage.RegisterBlobs.GetBlobClient(RegisterPath(register.Version)).UploadAsync(new BinaryData(register.ToJson()), options, cancellation);
    }

    private static string RegisterPath(string version) => $"{version}.json";

    private static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);
}
