using System.Net.Http.Headers;
using System.Text;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>A form whose body is malformed or too long is refused with an explanation.</summary>
[Collection(OneWebApp.Name)]
public sealed class FormFaultTests(WebApp app)
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
}
