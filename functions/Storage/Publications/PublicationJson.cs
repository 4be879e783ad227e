using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>Serializes changes, manifests and checks as JSON. Null values are omitted, because most optional properties are null.</summary>
internal static class PublicationJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new EquatableListConverterFactory(),
            new FiscalYearConverter() },
    };

    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    /// <exception cref="JsonException">The JSON does not represent a value of this type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<T>(json.Span, Json) ?? throw new JsonException("A stored file of a publication cannot be null.");

    private sealed class FiscalYearConverter : JsonConverter<FiscalYear>
    {
        public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FiscalYear.Of(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Year);
    }
}
