using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// A fingerprint of values. It covers every readable property, whatever its name, so that a new field of a record is included
/// automatically.
/// </summary>
internal static class Fingerprint
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new FiscalYearConverter() } };

    public static string Of(params IEnumerable<object?> parts)
    {
        using var hash = new HashStream();
        JsonSerializer.Serialize(hash, parts, Json);
        return hash.ToString();
    }

    // A fiscal year references the year before it, and so on without end.
    private sealed class FiscalYearConverter : JsonConverter<FiscalYear>
    {
        public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FiscalYear.Of(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Year);
    }

    /// <summary>Hashes what is written to it, so that a whole report is never in memory as text.</summary>
    private sealed class HashStream : MemoryStream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

        // Half of the hash is enough to distinguish any two, and keeps the manifest small, which has one for each page.
        public override string ToString() =>
            Convert.ToHexStringLower(hash.GetCurrentHash().AsSpan(0, 16)).ToString(CultureInfo.InvariantCulture);

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
