using System.Text.Json.Nodes;

namespace KawasakiServerless.Domain.Tests;

/// <summary>Tests that docs/register.md lists every member of a register as it is stored, and no other.</summary>
public sealed class RegisterDocumentTests
{
    private static readonly ContactDetails Contact = new("宮本町1", "044-200-0000", "a@example.jp", "https://example.jp/")
    {
        PostalCode = "210-8577",
        Desk = "総合案内",
        Fax = "044-200-0001",
        Source = "市政だより",
    };

    private static Register Full { get; } = Register.Of2018 with
    {
        Departments =
        [
            Register.Of2018.Department("asao") with { Contact = Contact, Divisions = [new("総務部") { Contact = Contact }],
                SupportCenter = new("センター", Contact) },
        ],
        Contact = new("川崎市", "川崎", "部署") { Details = Contact },
        GeneralContacts = [new("コールセンター", Contact)],
        Successions = [new("tama", "多摩区役所", "多摩区", ["多摩区"], ["asao"], 2019)],
    };

    [Fact]
    public void TheDocumentListsEveryMemberOfAStoredRegister()
    {
        var listed = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "register.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);

        Assert.Equal(Members("", JsonNode.Parse(Full.ToJson())!).Distinct().Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Members(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Members(path.Length == 0 ? m.Key : $"{path}.{m.Key}", m.Value)),
        JsonArray items => items.SelectMany(i => Members($"{path}[]", i)),
        _ => [path],
    };
}
