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
            using var json = JsonDocument.Parse(bytes);
            return new(name, [new(Path.GetFileNameWithoutExtension(name), Rows(json.RootElement))]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new(name, []) { EncodingFaults = [$"{name}はUTF-8のJSONではありません。"] };
        }
    }

    private static IReadOnlyList<IReadOnlyList<OpenedCell>> Rows(JsonElement array)
    {
        var header = array.EnumerateArray().Select(Names).FirstOrDefault() ?? [];
        var rows = new OpenedRows();
        rows.Add([.. header.Select(OpenedCell.OfText)]);
        foreach (var item in array.EnumerateArray())
            rows.Add(Row(item, header));
        return rows.All;
    }

    private static List<string> Names(JsonElement item) => [.. item.EnumerateObject().Select(p => p.Name)];

    // An object whose members differ from those of the first object becomes a row without cells, which a check reports as incomplete.
    private static OpenedCell[] Row(JsonElement item, List<string> header) =>
        Names(item).SequenceEqual(header) ? [.. item.EnumerateObject().Select(p => Cell(p.Value))] : [];

    private static OpenedCell Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => OpenedCell.Blank,
        JsonValueKind.Number => new(value.GetRawText(), CellKind.Number),
        JsonValueKind.True or JsonValueKind.False => new(value.GetRawText(), CellKind.Truth),
        JsonValueKind.String => new(value.GetString()!, CellKind.Text),
        _ => new("", CellKind.Nested),
    };
}
