using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Reads {"odata.error":{"code":…,"message":{"value":…}}}, or else the header that carries the code alone.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public static ErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = ErrorInBody(response) ?? ErrorInHeader(response);
        return error is not null;
    }

    private static ResponseError? ErrorInBody(Response response)
    {
        if (response.ContentStream is not MemoryStream content)
            return null;
        try
        {
            using var json = JsonDocument.Parse(content.ToArray());
            return ErrorIn(json.RootElement);
        }
        catch (JsonException)
        {
            // XML, a proxy's HTML or nothing at all.
            return null;
        }
    }

    private static ResponseError? ErrorInHeader(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null;

    private static ResponseError? ErrorIn(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty("odata.error", out var error)
        && error.TryGetProperty("code", out var code) && error.TryGetProperty("message", out var message)
        && message.TryGetProperty("value", out var text)
            ? new ResponseError(code.GetString(), text.GetString())
            : null;
}
