using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>A form whose body is malformed or too long is refused with an explanation.</summary>
[Collection(OneWebApp.Name)]
public sealed partial class FormFaultTests(WebApp app)
{
    private const string Review = "/staff/2018/departments/kankyo/review", Message = $"{Review}/message";

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n途中まで")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"text\"")]
    [InlineData("no form")]
    public async Task AMalformedFormIsRefused(string body)
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var answer = await clerk.PostAsync(Message, content);

        Assert.Equal((400, "送信が途中で途切れました"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task SeveralLongCommentsAreJudgedByTheFormAndAMuchLongerTextIsRefusedAsAForm()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var page = await clerk.OpenAsync(Review);
        var comments = Enumerable.Range(1, 6).Select(n => ($"comment-{n}", new string('長', 10_000))).Append(("text", ""));

        var judged = await clerk.SubmitAsync(page, Message, comments);
        var refused = await clerk.SubmitAsync(page, Message, ("text", new string('長', 150_000)));

        Assert.Equal(422, judged.Status);
        Assert.Equal((413, "入力が長すぎます"), (refused.Status, refused.Heading));
        Assert.DoesNotContain("ファイル", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTextsOfARefusedFormAreShownSoThatTheyAreNotLost()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var page = await clerk.OpenAsync(Review);
        var text = "<書いた文章>" + new string('長', 150_000);

        var refused = await clerk.SubmitAsync(page, Message, ("text", text));
        var muchTooLong = await clerk.SubmitAsync(page, Message, ("text", new string('長', 500_000)));

        Assert.Contains("送れなかった文章（150,007文字）", refused.Text, StringComparison.Ordinal);
        Assert.Contains("<書いた文章>長長", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("CfDJ8", refused.Text, StringComparison.Ordinal);
        Assert.Equal(413, muchTooLong.Status);
        Assert.DoesNotContain("送れなかった文章", muchTooLong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTextOfAFormFromAnOldScreenIsShownSoThatItIsNotLost()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        await clerk.OpenAsync(Review);

        AssertShown(400, await clerk.PostAsync(Message, FormOf(("text", Text), ("form", Id))));
        var foreign = await clerk.PostAsync(Message, FormOf(("text", Text)), "https://elsewhere.example");

        Assert.Equal(403, foreign.Status);
        Assert.DoesNotContain(Text, foreign.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTextOfAFormIsShownIfTheSessionHasEnded()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var page = await clerk.OpenAsync(Review);
        using var signedOut = clerk.SignedOut();

        AssertShown(401, await signedOut.SubmitAsync(page, Message, ("text", Text)));
    }

    [Fact]
    public async Task TheCommentsOnASubmissionThatIsGoneAreShown()
    {
        const string Nakahara = "/staff/2018/departments/nakahara/review";
        using var coordinator = new Browsing(app, "Coordinator");
        var page = await coordinator.OpenAsync(Nakahara);
        var fields = page.HiddenFieldsOf($"{Nakahara}/message").Append(("comment-Wards", Text));

        AssertShown(409, await coordinator.PostAsync($"{Nakahara}/send-back", FormOf([.. fields])));
    }

    private const string Text = "書いた文章は、失われません。", Id = "0123456789abcdef0123456789abcdef";

    private static void AssertShown(int status, StaffAnswer refused)
    {
        Assert.Equal(status, refused.Status);
        Assert.Contains("送れなかった文章（14文字）", refused.Text, StringComparison.Ordinal);
        Assert.Contains(Text, refused.Text, StringComparison.Ordinal);
        Assert.Single(Areas().Matches(refused.Html));
    }

    private static FormUrlEncodedContent FormOf(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [GeneratedRegex("<textarea")]
    private static partial Regex Areas();
}
