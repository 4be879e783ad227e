using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Site.Data;

/// <summary>Serializes values to the JSON that the site publishes: UTF-8 without BOM, indented, Japanese characters not escaped.</summary>
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
        // Serializes to a stream instead of calling SerializeToUtf8Bytes, which would use a pooled buffer for the whole text; the pool
        // would then keep the buffer of a large table in memory.
        using var json = new MemoryStream();
        JsonSerializer.Serialize(json, value, Options);
        json.WriteByte((byte)'\n');
        return json.ToArray();
    }
}
