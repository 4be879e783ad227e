using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Site.Data;

/// <summary>JSON as this site publishes it: UTF-8 without BOM, indented, Japanese as it is.</summary>
internal static class DataJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
    };

    public static byte[] Write<T>(T value)
    {
        // As a stream: what the serializer takes for a whole large table at once is not given back.
        using var json = new MemoryStream();
        JsonSerializer.Serialize(json, value, Options);
        json.WriteByte((byte)'\n');
        return json.ToArray();
    }
}
