using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>A fault of a client or its network is reported as such, and is not logged as an error of the app.</summary>
[Collection(OneWebApp.Name)]
public sealed class ClientFaultTests(WebApp app)
{
    private const string
        Workbook = "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n",
        Form = "Content-Type: multipart/form-data; boundary=x\r\n",
        Json = "Content-Type: application/json\r\n",
        Chunked = "Transfer-Encoding: chunked\r\n";

    [Theory]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "zzz\r\nPK\r\n0\r\n\r\n")]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "-5\r\nPK\r\n0\r\n\r\n")]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "2\r\nPKPKPKPK")]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "FFFFFFFFFFFFFFFF\r\nPK")]
    [InlineData("/api/departments/zaisei/submissions", Form + Chunked, "zzz\r\n--x\r\n")]
    [InlineData("/api/departments/zaisei/submissions", Form + Chunked, "FFFFFFFFFFFFFFFF\r\n--x\r\n")]
    [InlineData("/api/purges", Json + Chunked, "zz\r\n")]
    [InlineData("/api/purges", Json + Chunked, "FFFFFFFFFFFFFFFF\r\n{")]
    public async Task AMalformedBodyIsABadRequest(string path, string headers, string body)
    {
        var before = app.Output.Length;
        using var connection = await SendAsync(path, headers, body);

        var answer = await connection.AnswerAsync();

        Assert.Equal((400, "bad-request"), (answer.Status, answer.Code));
        Assert.Contains("Cache-Control: no-store\r\n", answer.Head, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer.Head, StringComparison.Ordinal);
        AssertNoErrors(await app.LogSinceAsync(before));
    }

    // If the client ends its data too early, Kestrel treats the connection as closed, so no response is expected.
    [Theory]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "8\r\nPK")]
    [InlineData("/api/departments/zaisei/submissions", Workbook + Chunked, "2\r\nPK\r\n")]
    [InlineData("/api/departments/zaisei/submissions", Workbook + "Content-Length: 100\r\n", "PK")]
    [InlineData("/api/departments/zaisei/submissions", Form
        + "Content-Length: 1000\r\n", "--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\nPK")]
    [InlineData("/api/departments/zaisei/submissions", Form + Chunked, "6\r\n--x\r\nC")]
    [InlineData("/api/purges", Json + "Content-Length: 100\r\n", "{\"record\":")]
    public async Task ABodyThatEndsTooSoonIsNoErrorOfTheApp(string path, string headers, string body)
    {
        var before = app.Output.Length;
        using var connection = await SendAsync(path, headers, body);
        connection.EndSending();

        await connection.ClosedAsync();

        AssertNoErrors(await app.LogSinceAsync(before));
    }

    [Fact]
    public async Task ABodyThatStopsArrivingIsAnsweredAsTooSlow()
    {
        var before = app.Output.Length;
        using var connection = await SendAsync("/api/departments/zaisei/submissions", Workbook + "Content-Length: 100000\r\n", "PK");

        var answer = await connection.AnswerAsync();

        Assert.Equal((408, "too-slow"), (answer.Status, answer.Code));
        Assert.Contains("時間がかかりすぎ", answer.Body, StringComparison.Ordinal);
        AssertNoErrors(await app.LogSinceAsync(before));
    }

    [Theory]
    [InlineData(Workbook + "Content-Length: 100000\r\n", "PK")]
    [InlineData(Workbook + Chunked, "FFFF\r\nPK")]
    [InlineData(Form + "Content-Length: 100000\r\n", "--x\r\n")]
    public async Task AClientThatDisconnectsIsNoErrorOfTheApp(string headers, string body)
    {
        var (before, path) = (app.Output.Length, $"/api/departments/zaisei/submissions?{Guid.NewGuid():N}");
        using (var connection = await SendAsync(path, headers, body))
        {
            await app.LogSinceAsync(before);
            connection.Reset();
        }

        await app.LoggedAsync(before, line => line.Contains("Request finished", StringComparison.Ordinal)
            && line.Contains(path, StringComparison.Ordinal));
        AssertNoErrors(await app.LogSinceAsync(before));
    }

    [Theory]
    [InlineData("multipart/form-data", "PK")]
    [InlineData("multipart/form-data; boundary=x", "PK")]
    [InlineData(
        "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\nPK")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno header\r\n\r\nPK\r\n--x--\r\n")]
    public async Task AnInvalidFormIsABadRequest(string type, string body)
    {
        var before = app.Output.Length;
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await app.SendAsync(HttpMethod.Post, "/api/departments/kankyo/submissions", "Coordinator", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await AccessTests.AssertProblemAsync(answer);
        Assert.Equal("bad-request", problem.GetProperty("code").GetString());
        Assert.Contains("フォーム", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        AssertNoErrors(await app.LogSinceAsync(before));
    }

    private async Task<RawConnection> SendAsync(string path, string headers, string body)
    {
        var connection = await RawConnection.OpenAsync(app.Address);
        await connection.SendAsync(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-MS-CLIENT-PRINCIPAL: "
                + $"{SignedIn.With("Coordinator")}\r\n{headers}\r\n{body}");
        return connection;
    }

    private static void AssertNoErrors(string log)
    {
        foreach (var level in new[] { "fail:", "crit:" })
            Assert.DoesNotContain(level, log, StringComparison.Ordinal);
    }
}
