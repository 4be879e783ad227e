using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Rows;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Reviews;

/// <summary>Converts reviews, lines of their timelines, and confirmations to table rows and back.</summary>
internal static class ReviewEntity
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static TableEntity Of(StoredReview stored, TableEntity row)
    {
        var review = stored.Review;
        AddVerdict(row, review.Verdict);
        row["Comments"] = review.Comments.Count == 0 ? null : JsonSerializer.Serialize(review.Comments.ToList(), Json);
        row["FindingsOf"] = review.Findings?.Submission;
        row["Findings"] = TallyColumn.Write(review.Findings?.Tally);
        row["SubmittedBy"] = review.Findings?.Who;
        row["ConfirmedAt"] = review.ConfirmedAt;
        row["LastId"] = review.Last?.Id;
        row["LastKind"] = review.Last?.Kind.ToString();
        row["LastBy"] = review.Last?.Who;
        row["LastAt"] = review.Last?.When;
        row["Untold"] = stored.UnwrittenAuditEntries.Count == 0 ? null : JsonSerializer.Serialize(stored.UnwrittenAuditEntries, Json);
        return row;
    }

    public static StoredReview ToReview(TableEntity e, string department) => new(
        new(department)
        {
            Verdict = e.Text("VerdictId") is { } id
                ? new(id, e.Require<VerdictKind>("Verdict"), e.Require("VerdictOn"), e.Require("VerdictBy"), e.RequireTime("VerdictAt"))
                : null,
            Comments = [.. Parse<ReviewComment>(e, "Comments")],
            Findings = e.Text("FindingsOf") is { } of && TallyColumn.Read(e, "Findings") is { } tally
                ? new(of, tally, e.Text("SubmittedBy"))
                : null,
            ConfirmedAt = e.Time("ConfirmedAt"),
            Last = e.Text("LastId") is { } last
                ? new(last, e.Require<ReviewLineKind>("LastKind"), e.Require("LastBy"), e.RequireTime("LastAt"))
                : null,
        },
        e.Version())
    {
        UnwrittenAuditEntries = Parse<AuditEntry>(e, "Untold"),
    };

    public static TableEntity Of(ReviewLine line, TableEntity row)
    {
        row["Kind"] = line.Kind.ToString();
        row["Who"] = line.Who;
        row["When"] = line.When;
        row["Side"] = line.Side.ToString();
        row["Submission"] = line.Submission;
        row["Section"] = line.Section?.ToString();
        row["Text"] = line.Text;
        row["About"] = line.About;
        return row;
    }

    public static ReviewLine ToLine(TableEntity e, string id) =>
        new(id, e.Require<ReviewLineKind>("Kind"), e.Require("Who"), e.RequireTime("When"))
        {
            Side = e.Require<ReviewSide>("Side"),
            Submission = e.Text("Submission"),
            Section = e.Optional<ReportSection>("Section"),
            Text = e.Text("Text"),
            About = e.Text("About"),
        };

    public static TableEntity Of(Confirmation confirmation, TableEntity row)
    {
        row["Code"] = confirmation.Code;
        row["Records"] = confirmation.Records;
        row["Who"] = confirmation.Who;
        row["When"] = confirmation.When;
        row["Reason"] = confirmation.Reason;
        row["HasReason"] = confirmation.Reason is not null;
        row["ReasonUse"] = confirmation.ReasonUse.ToString();
        return row;
    }

    public static Confirmation ToConfirmation(TableEntity e, string key) =>
        new(new(key), e.Require("Code"), e.Text("Records"), e.Require("Who"), e.RequireTime("When"))
        {
            Reason = e.Text("Reason"),
            ReasonUse = e.Require<ReasonUse>("ReasonUse"),
        };

    private static void AddVerdict(TableEntity row, Verdict? verdict)
    {
        row["VerdictId"] = verdict?.Id;
        row["Verdict"] = verdict?.Kind.ToString();
        row["VerdictOn"] = verdict?.Submission;
        row["VerdictBy"] = verdict?.Who;
        row["VerdictAt"] = verdict?.When;
    }

    private static List<T> Parse<T>(TableEntity row, string column) =>
        row.Text(column) is { } json ? JsonSerializer.Deserialize<List<T>>(json, Json) ?? [] : [];
}
