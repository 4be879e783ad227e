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
    private const int MostAttempts = 5;

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

    /// <summary>The newest year; null when none is open.</summary>
    public async Task<ReportingYear?> NewestAsync(CancellationToken cancellation) =>
        await RowsAsync(cancellation) is [var newest, ..] ? await WithRegisterAsync(newest, cancellation) : null;

    /// <summary>Every year that was opened, newest first.</summary>
    public async Task<IReadOnlyList<FiscalYear>> AllAsync(CancellationToken cancellation) => [.. (await RowsAsync(cancellation)).Select(YearOf)];

    /// <summary>The years that are released, newest first. The others are not looked at.</summary>
    public async Task<IReadOnlyList<ReportingYear>> ReleasedAsync(CancellationToken cancellation) =>
        await Task.WhenAll((await RowsAsync(cancellation)).Where(IsReleased).Select(row => WithRegisterAsync(row, cancellation)));

    /// <summary>A version of the register; it never changes.</summary>
    public async Task<Register> RegisterAsync(string version, CancellationToken cancellation)
    {
        var json = (await storage.RegisterBlobs.GetBlobClient(RegisterPath(version)).DownloadContentAsync(cancellation)).Value.Content;
        await using var stream = json.ToStream();
        return Register.Parse(stream);
    }

    /// <summary>Releases a year; a released one stays as it is.</summary>
    public async Task ReleaseAsync(FiscalYear year, CancellationToken cancellation)
    {
        for (var attempt = 1; !await TryReleaseAsync(year, attempt, cancellation);)
            attempt++;
    }

    /// <returns>False when the year was changed meanwhile: by somebody else, or by a first try whose answer was lost.</returns>
    private async Task<bool> TryReleaseAsync(FiscalYear year, int attempt, CancellationToken cancellation)
    {
        var row = await RowAsync(year, cancellation) ?? throw new KeyNotFoundException($"{year.Year} is not open.");
        if (IsReleased(row))
            return true;
        row["State"] = Released;
        try
        {
            await storage.Years.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412 && attempt < MostAttempts)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in storage.Years.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
            rows.Add(row);
        return [.. rows.OrderByDescending(row => row.RowKey, StringComparer.Ordinal)];
    }

    private static bool IsReleased(TableEntity row) => row.GetString("State") == Released;

    private async Task<TableEntity?> RowAsync(FiscalYear year, CancellationToken cancellation)
    {
        var found = await storage.Years.GetEntityIfExistsAsync<TableEntity>(Partition, KeyOf(year), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<ReportingYear> WithRegisterAsync(TableEntity row, CancellationToken cancellation)
    {
        var register = await RegisterAsync(row.Require("RegisterVersion"), cancellation);
        return new(YearOf(row), IsReleased(row), register);
    }

    private static FiscalYear YearOf(TableEntity row) => FiscalYear.Of(int.Parse(row.RowKey, CultureInfo.InvariantCulture));

    // Other years may stand on the version already, and what was published of them.
    private async Task SaveRegisterAsync(Register register, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await storage.RegisterBlobs.GetBlobClient(RegisterPath(register.Version)).UploadAsync(new BinaryData(register.ToJson()), options, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409 && exists.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // A version never changes.
        }
    }

    private static string RegisterPath(string version) => $"{version}.json";

    private static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);
}
