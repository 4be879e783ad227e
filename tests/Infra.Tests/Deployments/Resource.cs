using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Deployments;

/// <summary>A resource as a deployment would make it. One that is missing has no properties either, and its rules say so.</summary>
internal sealed record Resource(JsonNode? Node)
{
    private const string Nothing = "nothing";

    public string Id => this["id"];

    public string Type => this["type"];

    public string Name => this["name"];

    /// <summary>
    /// Id of what this resource belongs to, as a lock or a role belongs to an account. Where Azure alone knows the name, the id is an
    /// expression that quotes it: `[extensionResourceId('…', …)]`, or `[resourceId('subscription', 'group', …)]`.
    /// </summary>
    public string Scope => Id.Split('\'') switch
    {
        ["[extensionResourceId(", var owner, ..] => owner,
        ["[resourceId(", var subscription, _, var group, ..] => $"/subscriptions/{subscription}/resourceGroups/{group}",
        _ => Id.Split($"/providers/{Type}/")[0],
    };

    /// <summary>The property at a path such as `properties.sku.name` or `properties.rules.0`, as text.</summary>
    /// <param name="path">Empty for the whole.</param>
    /// <returns>`nothing` where there is none.</returns>
    public string this[string path] => TextOf(At(path));

    public JsonNode? At(string path) => path.Length == 0 ? Node : path.Split('.').Aggregate(Node, Step);

    /// <summary>The elements of an array; none where there is none.</summary>
    public IEnumerable<Resource> All(string path) => At(path) is JsonArray array ? array.Select(element => new Resource(element)) : [];

    /// <summary>Names and values of an object, as text.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string path) =>
        At(path) is JsonObject pairs ? pairs.ToDictionary(p => p.Key, p => TextOf(p.Value), StringComparer.Ordinal) : [];

    private static JsonNode? Step(JsonNode? node, string name) => node switch
    {
        JsonObject properties => properties[name],
        JsonArray array when int.TryParse(name, out var index) && index < array.Count => array[index],
        _ => null,
    };

    private static string TextOf(JsonNode? node) => node switch
    {
        null => Nothing,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };
}
