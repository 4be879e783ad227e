using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Site.Data;

/// <summary>JSON as this site publishes it: UTF-8 without BOM, indented, Japanese not escaped.</summary>
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
        // Serializes to a stream: the buffer that the serializer allocates for a whole large table is not returned to the system.
        using var json = new MemoryStream();
        JsonSerializer.Serialize(json, value, Options);
        json.WriteByte((byte)'\n');
        return json.ToArray();
    }
}
