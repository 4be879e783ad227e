using System.Text.Encodings.Web;
using System.Text.Json;

namespace KawasakiServerless.Storage.Tables;

/// <summary>Entities to and from the service's JSON, on one line.</summary>
internal static class EntityJson
{
    // ASCII only, as the official package writes it: Azurite 3.35 spoils a character whose bytes fall into two packets.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static byte[] Write(ITableEntity entity)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in EntityMap.PropertiesOf(entity))
                EdmValue.Write(json, name, value);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject().Where(p => !p.Name.EndsWith(Names.TypeSuffix, StringComparison.Ordinal)))
        {
            if (property.Name is not "odata.metadata" && EdmValue.Read(property.Value, TypeIn(json, property.Name)) is { } value)
                entity[property.Name] = value;
        }

        return entity;
    }

    private static string? TypeIn(JsonElement json, string name) =>
        json.TryGetProperty(name + Names.TypeSuffix, out var type) ? type.GetString() : name is Names.Timestamp ? "Edm.DateTime" : null;
}
