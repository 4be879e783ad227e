using System.Text.Json.Nodes;

namespace KawasakiServerless.Infra.Tests.Deployments;

/// <summary>
/// A resource that a deployment would create. If it is missing, <c>Node</c> is null and it has no properties, so that the rules about it
/// break.
/// </summary>
internal sealed record Resource(JsonNode? Node)
{
    private const string Nothing = "nothing";

    public string Id => this["id"];

    public string Type => this["type"];

    public string Name => this["name"];

    /// <summary>
    /// The id of what this resource belongs to: for example, a lock or a role assignment belongs to a storage account. If only Azure knows
    /// the name of this resource, its id is an expression that quotes the owner: `[extensionResourceId('…', …)]`, or
    /// `[resourceId('subscription', 'group', …)]`.
    /// </summary>
    public string Scope => Id.Split('\'') switch
    {
        ["[extensionResourceId(", var owner, ..] => owner,
        ["[resourceId(", var subscription, _, var group, ..] => $"/subscriptions/{subscription}/resourceGroups/{group}",
        _ => Id.Split($"/providers/{Type}/")[0],
    };

    /// <summary>The property at a path such as `properties.sku.name` or `properties.rules.0`, as text.</summary>
    /// <param name="path">Empty for the resource itself.</param>
    /// <returns>The text `nothing` if the property is missing.</returns>
    public string this[string path] => TextOf(At(path));

    public JsonNode? At(string path) => path.Length == 0 ? Node : path.Split('.').Aggregate(Node, Step);

    /// <summary>The elements of an array; empty if there is no array at the path.</summary>
    public IEnumerable<Resource> All(string path) => At(path) is JsonArray array ? array.Select(element => new Resource(element)) : [];

    /// <summary>The names and values of an object, as text; empty if there is no object at the path.</summary>
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
