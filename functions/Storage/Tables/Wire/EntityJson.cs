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
        var types = TypesIn(json);
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject().Where(p => !IsAnnotation(p) && p.Name is not "odata.metadata"))
        {
            if (EdmValue.Read(property.Value, types.GetValueOrDefault(property.Name)) is { } value)
                entity[property.Name] = value;
        }

        return entity;
    }

    private static Dictionary<string, string?> TypesIn(JsonElement json)
    {
        var types = new Dictionary<string, string?>(StringComparer.Ordinal) { [Names.Timestamp] = "Edm.DateTime" };
        foreach (var annotation in json.EnumerateObject().Where(IsAnnotation))
            types[annotation.Name[..^Names.TypeSuffix.Length]] = annotation.Value.GetString();
        return types;
    }

    private static bool IsAnnotation(JsonProperty property) => property.Name.EndsWith(Names.TypeSuffix, StringComparison.Ordinal);
}
