using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Converts submissions to rows of the table Submissions and back.</summary>
internal static class SubmissionEntity
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static TableEntity Of(Submission s)
    {
        var row = RowOf(s);
        foreach (var (column, value) in LongText.Write("RemovedIndicators", string.Join(' ', s.Numbers.Indicators)))
            row[column] = value;
        return row;
    }

    private static TableEntity RowOf(Submission s) => new(s.Id.Partition, s.Id.Value)
    {
        ["State"] = s.State.ToString(),
        ["FileName"] = s.FileName,
        ["Sha256"] = s.Sha256,
        ["Size"] = s.Size,
        ["UploadedAt"] = s.UploadedAt,
        ["UploadedBy"] = s.UploadedBy,
        ["Supersedes"] = s.Supersedes,
        ["CurrentETag"] = s.CurrentVersion?.Value,
        ["Layout"] = s.Layout,
        ["Counts"] = s.Counts is null ? null : JsonSerializer.Serialize(s.Counts, Json),
        ["Records"] = s.Records,
        ["Attempts"] = s.Attempts,
        ["AttemptedAt"] = s.AttemptedAt,
        ["ProblemCount"] = s.ProblemCount,
        ["Findings"] = TallyColumn.Write(s.Findings),
        ["Readability"] = s.Readability is null ? null : JsonSerializer.Serialize(s.Readability, Json),
        ["Nothing"] = s.DeclaresNothing ? true : null,
        ["OnBehalf"] = s.IsOnBehalf ? true : null,
        ["Trace"] = s.Trace,
        ["LastNumber"] = s.Numbers.Last,
        ["Winner"] = s.Winner,
        ["Abandoning"] = s.IsBeingAbandoned ? true : null,
    };

    public static Submission ToSubmission(TableEntity e) => new(
        SubmissionId.TryParse(e.RowKey, out var id)
            ? id
            : throw new InvalidDataException($"Submissions contains a row with the invalid id {e.RowKey}."),
        e.Require<SubmissionState>("State"),
        e.Text("FileName"),
        e.Require("Sha256"),
        e.Long("Size") ?? 0,
        e.RequireTime("UploadedAt"),
        e.Require("UploadedBy"),
        e.Text("Supersedes"),
        e.Text("CurrentETag") is { } etag ? new StoredVersion(etag) : null)
    {
        Layout = e.Text("Layout"),
        Counts = e.Text("Counts") is { } counts ? JsonSerializer.Deserialize<RecordCounts>(counts, Json) : null,
        Records = e.Int("Records"),
        Attempts = e.Int("Attempts") ?? 0,
        AttemptedAt = e.Time("AttemptedAt"),
        ProblemCount = e.Int("ProblemCount") ?? 0,
        Findings = TallyColumn.Read(e, "Findings"),
        Readability = e.Text("Readability") is { } scores ? JsonSerializer.Deserialize<ReadabilityScores>(scores, Json) : null,
        DeclaresNothing = e.Flag("Nothing") ?? false,
        IsOnBehalf = e.Flag("OnBehalf") ?? false,
        Trace = e.Text("Trace"),
        Numbers = new(
            e.Int("LastNumber") ?? 0,
            KnownIndicators.Read(e, "RemovedIndicators")),
        Winner = e.Text("Winner"),
        IsBeingAbandoned = e.Flag("Abandoning") ?? false,
        Version = e.Version(),
    };
}
