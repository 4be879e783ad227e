using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Submissions: a row each, beside the workbook as uploaded and the problems found in it.</summary>
public sealed class SubmissionStore(CityStorage storage)
{
    private const string Original = "original.xlsx";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Step 1 of accepting: the workbook, created and never overwritten.</summary>
    public async Task SaveOriginalAsync(SubmissionId id, ReadOnlyMemory<byte> workbook, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await storage.SubmissionBlobs.GetBlobClient(OriginalPath(id)).UploadAsync(new BinaryData(workbook), options, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status == 409 && exists.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Our own write, whose answer was lost before it was sent again: the id is nobody else's, and step 2 fails if it were.
        }
    }

    /// <summary>Null when no such workbook is kept.</summary>
    public Task<ReadOnlyMemory<byte>?> OriginalAsync(SubmissionId id, CancellationToken cancellation) =>
        ContentAsync(OriginalPath(id), cancellation);

    public async Task SaveProblemsAsync(SubmissionId id, IReadOnlyList<Problem> problems, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.GetBlobClient(ProblemsPath(id))
            .UploadAsync(BinaryData.FromObjectAsJson(problems, Json), overwrite: true, cancellation);

    public async Task<IReadOnlyList<Problem>> ProblemsAsync(SubmissionId id, CancellationToken cancellation) =>
        await ContentAsync(ProblemsPath(id), cancellation) is { } json ? JsonSerializer.Deserialize<List<Problem>>(json.Span, Json) ?? [] : [];

    /// <summary>Whether problems, or that there are none, were ever stored: the workbook was read to its end.</summary>
    public async Task<bool> HasProblemsAsync(SubmissionId id, CancellationToken cancellation) =>
        (await storage.SubmissionBlobs.GetBlobClient(ProblemsPath(id)).ExistsAsync(cancellation)).Value;

    /// <summary>Step 2 of accepting: the row.</summary>
    public async Task<Submission> AddAsync(Submission submission, CancellationToken cancellation)
    {
        var response = await storage.Submissions.AddEntityAsync(ToEntity(submission), cancellation);
        return submission with { ETag = response.Headers.ETag ?? default };
    }

    /// <exception cref="RequestFailedException">412: somebody else, a sweep perhaps, has moved it on.</exception>
    public async Task<Submission> UpdateAsync(Submission submission, CancellationToken cancellation)
    {
        var response = await storage.Submissions.UpdateEntityAsync(ToEntity(submission), submission.ETag, TableUpdateMode.Replace, cancellation);
        return submission with { ETag = response.Headers.ETag ?? default };
    }

    public async Task<Submission?> FindAsync(SubmissionId id, CancellationToken cancellation)
    {
        var found = await storage.Submissions.GetEntityIfExistsAsync<TableEntity>(id.Partition, id.Value, cancellationToken: cancellation);
        return found.HasValue ? FromEntity(found.Value!) : null;
    }

    /// <summary>A department's submissions of a year, newest first.</summary>
    public async Task<IReadOnlyList<Submission>> HistoryAsync(FiscalYear year, string department, CancellationToken cancellation)
    {
        var partition = SubmissionId.PartitionOf(year, department);
        var history = await ListAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellation);
        return [.. history.OrderByDescending(s => s.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Those under way, of every year and department: what a crash may have left half done.</summary>
    public Task<IReadOnlyList<Submission>> UnfinishedAsync(CancellationToken cancellation) =>
        ListAsync(TableClient.CreateQueryFilter($"State eq {nameof(SubmissionState.Received)} or State eq {nameof(SubmissionState.Ready)} or Abandoning eq true"), cancellation);

    /// <summary>
    /// Removes workbooks saved before a time for which no row was ever written: the process died between step 1 and step 2.
    /// A living one may still be there for as long as its tries last, and must not lose its workbook.
    /// </summary>
    /// <returns>The ids removed.</returns>
    public async Task<IReadOnlyList<string>> RemoveOrphansAsync(DateTimeOffset savedBefore, CancellationToken cancellation)
    {
        var removed = new List<string>();
        await foreach (var blob in storage.SubmissionBlobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Properties.LastModified >= savedBefore || !IsOriginal(blob.Name, out var id))
                continue;
            if (await FindAsync(id, cancellation) is not null)
                continue;
            await storage.SubmissionBlobs.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            removed.Add(id.Value);
        }

        return removed;
    }

    /// <summary>Removes the workbook, and all that was written beside it.</summary>
    public async Task RemoveFilesAsync(SubmissionId id, CancellationToken cancellation)
    {
        await foreach (var blob in storage.SubmissionBlobs.GetBlobsAsync(prefix: $"{FolderOf(id)}/", cancellationToken: cancellation))
            await storage.SubmissionBlobs.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private async Task<IReadOnlyList<Submission>> ListAsync(string filter, CancellationToken cancellation)
    {
        var list = new List<Submission>();
        await foreach (var entity in storage.Submissions.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            list.Add(FromEntity(entity));
        return list;
    }

    private async Task<ReadOnlyMemory<byte>?> ContentAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return (await storage.SubmissionBlobs.GetBlobClient(path).DownloadContentAsync(cancellation)).Value.Content.ToMemory();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static bool IsOriginal(string path, [NotNullWhen(true)] out SubmissionId? id) =>
        SubmissionId.TryParse(path.Split('/') is [.., var folder, Original] ? folder : null, out id) && OriginalPath(id) == path;

    private static string OriginalPath(SubmissionId id) => $"{FolderOf(id)}/{Original}";

    private static string ProblemsPath(SubmissionId id) => $"{FolderOf(id)}/problems.json";

    internal static string FolderOf(SubmissionId id) => string.Create(CultureInfo.InvariantCulture, $"{id.ReportingYear.Year}/{id.Department}/{id.Value}");

    private static TableEntity ToEntity(Submission s) => new(s.Id.Partition, s.Id.Value)
    {
        ["State"] = s.State.ToString(),
        ["FileName"] = s.FileName,
        ["Sha256"] = s.Sha256,
        ["Size"] = s.Size,
        ["UploadedAt"] = s.UploadedAt,
        ["UploadedBy"] = s.UploadedBy,
        ["Supersedes"] = s.Supersedes,
        ["CurrentETag"] = s.CurrentETag?.ToString(),
        ["Layout"] = s.Layout,
        ["Counts"] = s.Counts is null ? null : JsonSerializer.Serialize(s.Counts, Json),
        ["Records"] = s.Records,
        ["Attempts"] = s.Attempts,
        ["AttemptedAt"] = s.AttemptedAt,
        ["ProblemCount"] = s.ProblemCount,
        ["LastNumber"] = s.LastNumber,
        ["Winner"] = s.Winner,
        ["Abandoning"] = s.IsBeingAbandoned ? true : null,
    };

    private static Submission FromEntity(TableEntity e) => new(
        SubmissionId.TryParse(e.RowKey, out var id) ? id : throw new InvalidDataException($"Submissions holds a row with the id {e.RowKey}."),
        Enum.Parse<SubmissionState>(e.Require("State")),
        e.GetString("FileName"),
        e.Require("Sha256"),
        e.GetInt64("Size") ?? 0,
        e.GetDateTimeOffset("UploadedAt") ?? default,
        e.Require("UploadedBy"),
        e.GetString("Supersedes"),
        e.GetString("CurrentETag") is { } etag ? new ETag(etag) : null)
    {
        Layout = e.GetString("Layout"),
        Counts = e.GetString("Counts") is { } counts ? JsonSerializer.Deserialize<RecordCounts>(counts, Json) : null,
        Records = e.GetInt32("Records"),
        Attempts = e.GetInt32("Attempts") ?? 0,
        AttemptedAt = e.GetDateTimeOffset("AttemptedAt"),
        ProblemCount = e.GetInt32("ProblemCount") ?? 0,
        LastNumber = e.GetInt32("LastNumber") ?? 0,
        Winner = e.GetString("Winner"),
        IsBeingAbandoned = e.GetBoolean("Abandoning") ?? false,
        ETag = e.ETag,
    };
}
