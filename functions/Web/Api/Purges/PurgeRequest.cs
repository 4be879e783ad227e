using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Purges;

/// <summary>
/// The parsed body of POST /api/purges, which deletes personal data. A purge is irreversible, so ambiguous requests are rejected.
/// </summary>
public abstract record PurgeRequest
{
    // The largest accepted body: far more bytes than a body with one id needs.
    private const int MostBytes = 4096;

    // Rejects duplicate JSON properties: a duplicate could name two different ids, and the parser would silently use the last one.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    private PurgeRequest()
    {
    }

    /// <summary>The request contains exactly one id, and the id is well-formed.</summary>
    /// <param name="What">The id of a submission, or the record id (管理番号) of a record or of a single indicator, in canonical form.</param>
    public sealed record Of(string What) : PurgeRequest;

    /// <summary>The request contains no id or two ids, or its body is not JSON by its content type, or too long.</summary>
    public sealed record Nothing : PurgeRequest;

    /// <summary>The body is not the JSON that its content type promises.</summary>
    public sealed record Malformed : PurgeRequest;

    public sealed record NoSubmissionId(string Sent) : PurgeRequest;

    public sealed record NoRecordId(string Sent) : PurgeRequest;

    public static async Task<PurgeRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return new Nothing();
        var bytes = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > MostBytes ? new Nothing() : Parse(bytes.AsSpan(0, length));
    }

    /// <summary>
    /// Parses an id that a person typed into a form: the id of a submission if it starts with 20 (the year), otherwise a record id (管理番号).
    /// </summary>
    public static PurgeRequest OfTyped(string typed)
    {
        var body = typed.StartsWith("20", StringComparison.Ordinal) ? new Body(typed, null) : new Body(null, typed);
        return body.Meant();
    }

    private static PurgeRequest Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Body>(json, Json)?.Meant() ?? new Nothing();
        }
        catch (JsonException)
        {
            return json.IsEmpty || IsJson(json) ? new Nothing() : new Malformed();
        }
    }

    // Whether the body is well-formed, although it does not have the expected properties.
    private static bool IsJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed record Body(string? Submission, string? Record)
    {
        public PurgeRequest Meant() => (Text(Submission), Text(Record)) switch
        {
            ({ } sent, null) => SubmissionId.TryParse(sent, out var id) ? new Of(id.Value) : new NoSubmissionId(sent),
            (null, { } sent) => RecordIdOf(sent) is { } id ? new Of(id) : new NoRecordId(sent),
            _ => new Nothing(),
        };

        private static string? Text(string? sent) => string.IsNullOrWhiteSpace(sent) ? null : sent.Trim();
    }

    // Parses a record id (管理番号) such as kenkofukushi-0012, or kenkofukushi-0012-2 for a single indicator.
    private static string? RecordIdOf(string sent)
    {
        if (RecordId.TryParse(sent, out var record))
            return record.ToString();
        var dash = sent.LastIndexOf('-');
        return dash > 0 && RecordId.TryParse(sent[..dash], out var initiative) && IsIndicatorNumber(sent.AsSpan(dash + 1))
            ? $"{initiative}{sent[dash..]}"
            : null;
    }

    private static bool IsIndicatorNumber(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 9 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');
}
