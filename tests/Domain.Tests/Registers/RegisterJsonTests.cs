using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KawasakiServerless.Domain.Tests;

public sealed class RegisterJsonTests
{
    private static Register Register => Register.Of2018;

    [Fact]
    public void ARegisterReadsBackFromJson()
    {
        var again = Parse(Register.ToJson());

        Assert.Equal(Register, again);
        Assert.Equal(Register.GetHashCode(), again.GetHashCode());
        Assert.Equal(Register.Departments, again.Departments);
        Assert.Equal(Register.Viewpoints, again.Viewpoints);
    }

    [Fact]
    public void TheJsonOfARegisterContainsNoComputedMembers()
    {
        var json = JsonNode.Parse(Register.ToJson())!;

        Assert.Equal(
            ["version", "coordinator", "departments", "policyAreas", "viewpoints", "documents", "contact", "generalContacts"],
            json.AsObject().Select(p => p.Key));
        Assert.Equal(
            ["order", "code", "name", "kana", "english", "kind", "ward", "aliases"],
            json["departments"]![0]!.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("健康福祉局")]
    public void TextThatIsNoRegisterIsRefused(string json) => Assert.Throws<JsonException>(() => Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void UnknownMembersAreRefused()
    {
        Refuses(r => r["colour"] = "blue");
        Refuses(r => r["departments"]![0]!["telephone"] = "044");
    }

    [Fact]
    public void MissingAndNullMembersAreRefused()
    {
        Refuses(r => r.Remove("departments"));
        Refuses(r => r["departments"] = null);
        Refuses(r => r["departments"]![0] = null);
        Refuses(r => r["departments"]![0]!.AsObject().Remove("name"));
        Refuses(r => r["departments"]![0]!["name"] = null);
        Refuses(r => r["departments"]![0]!["kind"] = "castle");
        Refuses(r => r["departments"]![0]!["kind"] = 7);
    }

    [Fact]
    public void ARegisterThatContradictsItselfIsRefused()
    {
        Refuses(r => r["coordinator"] = "nowhere");
        Refuses(r => r["departments"]![1]!["code"] = "soumukikaku");
        Refuses(r => r["departments"]![1]!["name"] = "総務企画局");
        Refuses(r => r["departments"]![1]!["aliases"]!.AsArray().Add("教育委員会"));
        Refuses(r => r["departments"]![1]!["order"] = 1);
        Refuses(r => r["departments"]![1]!["code"] = "../secret");
        Refuses(r => r["departments"]![1]!["ward"] = "川崎区");
        Refuses(r => r["policyAreas"]![1]!["code"] = "elderly");
        Refuses(r => r["viewpoints"]![1]!["number"] = 1);
        Refuses(r => r["viewpoints"]![1]!["policyAreas"]!.AsArray().Add("sports"));
        Refuses(r => r["viewpoints"]![1]!["policyAreas"]!.AsArray().Add(r["viewpoints"]![1]!["policyAreas"]![0]!.GetValue<string>()));
    }

    private static void Refuses(Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Register.ToJson())!.AsObject();
        change(json);
        Assert.Throws<JsonException>(() => Parse(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    private static Register Parse(byte[] json)
    {
        using var stream = new MemoryStream(json);
        return Register.Parse(stream);
    }
}
