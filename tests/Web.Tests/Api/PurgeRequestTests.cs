using System.Text;
using System.Text.Json;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>A purge cannot be undone, so a request must name unambiguously what is to be purged.</summary>
[Collection(OneWebApp.Name)]
public sealed class PurgeRequestTests(WebApp app)
{
    private const string Submission = "2018-kankyo-20260401T000000000-abcdef";

    [Theory]
    [InlineData("record", "takatsu-0003")]
    [InlineData("record", " takatsu-0003 ")]
    [InlineData("record", "ｔａｋａｔｓｕ－０００３")]
    [InlineData("record", "takatsu-0003-2")]
    [InlineData("record", "takatsu-12345")]
    [InlineData("submission", Submission)]
    public async Task APurgeRequestWithAValidIdIsLookedUp(string member, string sent) =>
        Assert.Equal("unknown-to-purge", await CodeAsync(404, Json(member, sent)));

    [Theory]
    [InlineData("record", "高津区の取組", "no-record-id", "「高津区の取組」")]
    [InlineData("record", "takatsu", "no-record-id", "「takatsu」")]
    [InlineData("record", "takatsu-3", "no-record-id", "「takatsu-3」")]
    [InlineData("record", "takatsu-0003-", "no-record-id", "「takatsu-0003-」")]
    [InlineData("record", "takatsu-0003-0", "no-record-id", "「takatsu-0003-0」")]
    [InlineData("record", "takatsu-0003-2-1", "no-record-id", "「takatsu-0003-2-1」")]
    [InlineData("record", "takatsu-0003' or '1' eq '1", "no-record-id", "「takatsu-0003' or '1' eq '1」")]
    [InlineData("record", "../../secret", "no-record-id", "「../../secret」")]
    [InlineData("record", Submission, "no-record-id", "「" + Submission + "」")]
    [InlineData("record", "a\u202eb", "no-record-id", "指定された record は")]
    [InlineData("record", "a\u0000b", "no-record-id", "指定された record は")]
    [InlineData("submission", "takatsu-0003", "no-submission-id", "「takatsu-0003」")]
    [InlineData("submission", "2018-kankyo-20260401T000000000-ABCDEF", "no-submission-id", "「2018-kankyo-20260401T000000000-ABCDEF」")]
    [InlineData("submission", "a\nb", "no-submission-id", "指定された submission は")]
    public async Task APurgeRequestWithAnInvalidIdIsRefusedWithAnExplanation(string member, string sent, string code, string said)
    {
        using var answer = await PostAsync(Json(member, sent), "application/json");

        var problem = await AccessTests.AssertProblemAsync(answer);
        Assert.Equal((422, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.StartsWith(said, detail, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(detail[detail.LastIndexOf('{')..]).RootElement.ValueKind);
    }

    [Fact]
    public async Task ALongIdInAPurgeRequestIsNotRepeatedInTheAnswer()
    {
        using var answer = await PostAsync(Json("record", new string('a', 3000)), "application/json");

        Assert.StartsWith(
            "指定された record は", (await AccessTests.AssertProblemAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("{\"record\":\"kankyo-0001\",\"submission\":\"" + Submission + "\"}", "application/json")]
    [InlineData("""{"record":"kankyo-0001","record":"kankyo-0002"}""", "application/json")]
    [InlineData("""{"record":" "}""", "application/json")]
    [InlineData("""{"record":1}""", "application/json")]
    [InlineData("""{"record":"\ud842"}""", "application/json")]
    [InlineData("""["record"]""", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("""{"record":"kankyo-0001"}""", "text/plain")]
    [InlineData("record=kankyo-0001", "application/x-www-form-urlencoded")]
    [InlineData("""{"record":1}""", "application/json; charset=nonsense")]
    public async Task APurgeRequestThatDoesNotNameExactlyOneIdIsRefused(string body, string type) =>
        Assert.Equal("nothing-to-purge", await CodeAsync(422, body, type));

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"record":"kankyo-0001" """)]
    [InlineData("""{"record":kankyo-0001}""")]
    public async Task AMalformedPurgeRequestIsABadRequest(string body) => Assert.Equal("bad-request", await CodeAsync(400, body));

    [Fact]
    public async Task ATooLongPurgeRequestIsRefused() =>
        Assert.Equal("nothing-to-purge", await CodeAsync(422, Json("record", "kankyo-0001") + new string(' ', 5_000_000)));

    private async Task<string?> CodeAsync(int status, string body, string type = "application/json")
    {
        using var answer = await PostAsync(body, type);
        Assert.Equal(status, (int)answer.StatusCode);
        return (await AccessTests.AssertProblemAsync(answer)).GetProperty("code").GetString();
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await app.SendAsync(HttpMethod.Post, "/api/purges", "Coordinator", content);
    }

    private static string Json(string member, string value) =>
        JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { [member] = value });
}
