using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Reads {"odata.error":{"code":…,"message":{"value":…}}}.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public static ErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not MemoryStream content)
            return false;
        try
        {
            using var json = JsonDocument.Parse(content.ToArray());
            error = ErrorIn(json.RootElement);
        }
        catch (JsonException)
        {
            // A proxy's HTML or an empty body: the status alone has to do.
        }

        return error is not null;
    }

    private static ResponseError? ErrorIn(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty("odata.error", out var error)
        && error.TryGetProperty("code", out var code) && error.TryGetProperty("message", out var message)
        && message.TryGetProperty("value", out var text)
            ? new ResponseError(code.GetString(), text.GetString())
            : null;
}
