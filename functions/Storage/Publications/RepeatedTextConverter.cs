using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Reads equal texts as the same string. A manifest has the same few content types for tens of thousands of files, which would otherwise
/// need a string each.
/// </summary>
internal sealed class RepeatedTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? string.Intern(text) : null;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
