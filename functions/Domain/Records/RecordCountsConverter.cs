using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>
/// Converts counts to and from a JSON object with one member per counted kind, named according to the naming policy of the options. A
/// missing member means zero.
/// </summary>
public sealed class RecordCountsConverter : JsonConverter<RecordCounts>
{
    private static readonly IReadOnlyList<(RecordKind Kind, string Member)> Members =
        [.. RecordKinds.Counted.Select(k => (k, MemberOf(k.Facts().Plural)))];

    public override RecordCounts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Dictionary<string, int>>(ref reader, options) ?? [];
        var counts = new Dictionary<string, int>(read, StringComparer.OrdinalIgnoreCase);
        return RecordCounts.Of(kind => counts.GetValueOrDefault(Members.First(m => m.Kind == kind).Member));
    }

    public override void Write(Utf8JsonWriter writer, RecordCounts value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (kind, member) in Members)
            writer.WriteNumber(options.PropertyNamingPolicy?.ConvertName(member) ?? member, value[kind]);
        writer.WriteEndObject();
    }

    // Converts a plural name to the name of the JSON member, such as ward-activities to WardActivities.
    private static string MemberOf(string plural) =>
        string.Concat(plural.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
