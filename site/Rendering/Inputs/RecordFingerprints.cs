using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Rendering.Inputs;

/// <summary>
/// Computes fingerprints of values that contain records of a report. Each record is represented by its own fingerprint, which is computed
/// only once, although the record is an input of several pages: an indicator, for example, of its own page, of its initiative's page, of
/// its data files and of lists.
/// </summary>
internal sealed class RecordFingerprints
{
    private readonly ConcurrentDictionary<Record, string> computed = new(ReferenceEqualityComparer.Instance);
    private readonly JsonSerializerOptions json;

    public RecordFingerprints() => json = Fingerprint.Options(new ConverterFactory(this));

    public string Of(params IEnumerable<object?> parts) => Fingerprint.Of(parts, json);

    // The record is passed as an object, so that its JSON contains the properties of its kind and not only those of all kinds.
    private string Of(Record record) => computed.GetOrAdd(record, static r => Fingerprint.Of((object)r));

    private sealed class ConverterFactory(RecordFingerprints fingerprints) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Record).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), fingerprints)!;
    }

    private sealed class Converter<T>(RecordFingerprints fingerprints) : JsonConverter<T>
        where T : Record
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A record cannot be read from its fingerprint.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(fingerprints.Of(value));
    }
}
