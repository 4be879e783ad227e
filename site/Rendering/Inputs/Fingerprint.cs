using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Rendering.Inputs;

/// <summary>
/// Computes a fingerprint of any values: a SHA-256 hash of their JSON. The JSON contains every readable property, so a property that is
/// added to a record is included automatically.
/// </summary>
internal static class Fingerprint
{
    private static readonly JsonSerializerOptions Json = Options();

    public static string Of(params IEnumerable<object?> parts) => Of(parts, Json);

    /// <param name="parts">The values.</param>
    /// <param name="options">How the values are serialized, as <see cref="Options"/> returns it.</param>
    public static string Of(IEnumerable<object?> parts, JsonSerializerOptions options)
    {
        using var hash = new HashStream();
        JsonSerializer.Serialize(hash, parts, options);
        return hash.ToString();
    }

    /// <param name="others">Converters in addition to those that every fingerprint needs.</param>
    public static JsonSerializerOptions Options(params IEnumerable<JsonConverter> others)
    {
        var options = new JsonSerializerOptions { Converters = { new FiscalYearConverter() } };
        foreach (var other in others)
            options.Converters.Add(other);
        return options;
    }

    // Writes only the number of the year. FiscalYear.Previous is a FiscalYear again, so the default serialization would never end.
    private sealed class FiscalYearConverter : JsonConverter<FiscalYear>
    {
        public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FiscalYear.Of(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Year);
    }

    /// <summary>Hashes the bytes written to it and does not store them, so that the JSON of a whole report is never in memory.</summary>
    private sealed class HashStream : MemoryStream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

        // Half of the hash, 128 bits, is enough to distinguish any two inputs. The publication's manifest stores a fingerprint for each
        // page, so a shorter one keeps the manifest small.
        public override string ToString() =>
            Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 16)).ToString(CultureInfo.InvariantCulture);

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
