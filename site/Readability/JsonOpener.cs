using System.Text;
using System.Text.Json;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Parses a JSON file for the machine-readability checks: an array of objects. The names of the first object's members are the header row.
/// </summary>
internal static class JsonOpener
{
    public static OpenedFile Open(string name, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return new(name, []) { EncodingFaults = [$"{name}の始めに、JSONにはない印（BOM）があります。"] };
        try
        {
            return new(name, [new(Path.GetFileNameWithoutExtension(name), Rows(bytes))]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new(name, []) { EncodingFaults = [$"{name}はUTF-8のJSONではありません。"] };
        }
    }

    // Reads token by token, because a JsonDocument would keep a buffer of the size of the whole file in the array pool.
    private static IReadOnlyList<IReadOnlyList<OpenedCell>> Rows(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes);
        json.Read();
        Expect(JsonTokenType.StartArray, json);
        var header = HeaderOf(json);
        var rows = new OpenedRows();
        rows.Add([.. header.Select(OpenedCell.OfText)]);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Expect(JsonTokenType.StartObject, json);
            rows.Add(Row(ref json, header));
        }

        // Throws if anything follows the array.
        json.Read();
        return rows.All;
    }

    private static void Expect(JsonTokenType type, in Utf8JsonReader json)
    {
        if (json.TokenType != type)
            throw new JsonException();
    }

    // The reader is passed by value, so the caller's reader stays at the beginning of the array.
    private static List<string> HeaderOf(Utf8JsonReader json)
    {
        json.Read();
        var names = new List<string>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(json.GetString()!);
            json.Skip();
        }

        return names;
    }

    // An object whose members differ from those of the first object becomes a row without cells, which a check reports as incomplete.
    private static OpenedCell[] Row(ref Utf8JsonReader json, List<string> header)
    {
        var cells = new List<OpenedCell>(header.Count);
        var isAlike = true;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            isAlike &= cells.Count < header.Count && json.ValueTextEquals(header[cells.Count]);
            json.Read();
            cells.Add(Cell(ref json));
        }

        return isAlike && cells.Count == header.Count ? [.. cells] : [];
    }

    private static OpenedCell Cell(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return OpenedCell.Blank;
            case JsonTokenType.Number:
                return new(Encoding.UTF8.GetString(json.ValueSpan), CellKind.Number);
            case JsonTokenType.True or JsonTokenType.False:
                return new(Encoding.UTF8.GetString(json.ValueSpan), CellKind.Truth);
            case JsonTokenType.String:
                return new(json.GetString()!, CellKind.Text);
            default:
                json.Skip();
                return new("", CellKind.Nested);
        }
    }
}
