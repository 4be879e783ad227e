using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// Finds the lines of the values in a JSON text. A path consists of the names of properties; an item of a list is named by its "code" or
/// "number", or by its position from 1, as in departments/zaisei/kana.
/// </summary>
internal sealed class JsonLines
{
    private readonly byte[] json;
    private readonly Node root;

    /// <param name="json">A valid JSON text, with or without a byte order mark.</param>
    public JsonLines(byte[] json)
    {
        this.json = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        var reader = new Utf8JsonReader(this.json);
        reader.Read();
        root = Read(ref reader);
    }

    /// <summary>The line of the value with this path, from 1; if there is none, that of the innermost value that contains it.</summary>
    public int Of(string path)
    {
        var node = root;
        foreach (var name in path.Split('/'))
        {
            if (node.Find(name) is not { } inner)
                break;
            node = inner;
        }

        return node.Line;
    }

    private Node Read(ref Utf8JsonReader reader)
    {
        var line = json.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(line, null, Properties(ref reader)),
            JsonTokenType.StartArray => new(line, null, Items(ref reader)),
            JsonTokenType.String => new(line, reader.GetString(), []),
            _ => new(line, Encoding.UTF8.GetString(reader.ValueSpan), []),
        };
    }

    private List<(string Name, Node Value)> Properties(ref Utf8JsonReader reader)
    {
        List<(string, Node)> properties = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            properties.Add((name, Read(ref reader)));
        }

        return properties;
    }

    private List<(string Name, Node Value)> Items(ref Utf8JsonReader reader)
    {
        List<Node> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader));
        return
        [
            .. items.Select(i => (Name: (i.Find("code") ?? i.Find("number"))?.Text ?? "", i)).Where(i => i.Name.Length > 0),
            .. items.Select((item, at) => ((at + 1).ToString(CultureInfo.InvariantCulture), item)),
        ];
    }

    /// <param name="Line">The line on which the value begins, from 1.</param>
    /// <param name="Text">The text of a string, number or literal; null for an object or a list.</param>
    /// <param name="Values">The properties of an object by name. The items of a list by position, from 1; an item with a code or number
    /// is contained a second time under that.</param>
    private sealed record Node(int Line, string? Text, IReadOnlyList<(string Name, Node Value)> Values)
    {
        public Node? Find(string name) => Values.FirstOrDefault(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }
}
