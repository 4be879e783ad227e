using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Purges;

/// <summary>What the body of POST /api/purges asks for. A purge cannot be taken back, so nothing is guessed.</summary>
public abstract record PurgeRequest
{
    // Far above what one id takes.
    private const int MostBytes = 4096;

    // A member given twice would name two things, of which the last would win.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    private PurgeRequest()
    {
    }

    /// <summary>One thing is named, and its name has the right shape.</summary>
    /// <param name="What">The id of a submission, or the 管理番号 of a record or an indicator, as this system writes it.</param>
    public sealed record Of(string What) : PurgeRequest;

    /// <summary>No thing is named, or both, or the body is not what is asked for.</summary>
    public sealed record Nothing : PurgeRequest;

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

    /// <summary>What a person typed: the id of a submission or a 管理番号. They differ in shape.</summary>
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
            return new Nothing();
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

    // kenkofukushi-0012, or kenkofukushi-0012-2 for an indicator.
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
