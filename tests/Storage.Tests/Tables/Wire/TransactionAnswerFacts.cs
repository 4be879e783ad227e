using System.Net;
using Azure;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

public sealed class TransactionAnswerFacts
{
    private const string Error = """{"odata.error":{"code":"InvalidDuplicateRow","message":{"lang":"en-US","value":"1:The batch request contains multiple changes."}}}""";

    [Fact]
    public async Task PartsAnswerTheActionsInTheirOrder()
    {
        var answer = await SubmitAsync(Multipart(Part("HTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\n"), Part("HTTP/1.1 204 No Content\r\nETag: W/\"2\"\r\nX-A: b\r\n")));

        Assert.Equal([new ETag("W/\"1\""), new ETag("W/\"2\"")], answer.Value.Select(p => p.Headers.ETag!.Value));
        Assert.True(answer.Value[1].Headers.TryGetValue("x-a", out var value) && value == "b");
        Assert.True(answer.Value[1].Headers.Contains("X-A") && !answer.Value[1].Headers.Contains("X-B"));
        Assert.Equal(2, answer.Value[1].Headers.Count());
    }

    [Theory]
    [InlineData(Error, 1, "InvalidDuplicateRow")]
    [InlineData("""{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"99:One of the request inputs is not valid."}}}""", 99, "InvalidInput")]
    [InlineData("""{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"Not valid: at all"}}}""", null, "InvalidInput")]
    [InlineData("<no json>", null, null)]
    public async Task AFailureNamesItsAction(string body, int? index, string? code)
    {
        var text = Multipart(Part($"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{body}\r\n"));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(() => SubmitAsync(text));

        Assert.Equal((400, index, code), (e.Status, e.FailedTransactionActionIndex, e.ErrorCode));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("not multipart at all", 0)]
    [InlineData("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\n\r\nHTTP/1.1 20", 0)]
    [InlineData("Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n--c--", 1)]
    public async Task AnAnswerThatCannotBeReadIsNoSuccess(string text, int parts)
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(() => SubmitAsync(text));

        Assert.IsNotType<TableTransactionFailedException>(e);
        Assert.StartsWith($"The answer to a transaction of 2 actions has {parts} readable parts; its outcome is unknown.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswersWithBareLineFeedsAreReadToo()
    {
        var text = Multipart(Part("HTTP/1.1 204 No Content\r\n"), Part("HTTP/1.1 204 No Content\r\n")).Replace("\r\n", "\n", StringComparison.Ordinal);

        Assert.Equal(2, (await SubmitAsync(text)).Value.Count);
    }

    private static Task<Response<IReadOnlyList<Response>>> SubmitAsync(string answer) =>
        new Recorder(Recorder.Answer(HttpStatusCode.Accepted, answer)).Table().SubmitTransactionAsync([Some.Add("a"), Some.Add("b")]);

    private static string Multipart(params string[] parts) =>
        $"--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n{string.Concat(parts)}--changesetresponse_1--\r\n--batchresponse_1--\r\n";

    private static string Part(string http) =>
        $"--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{http}\r\n\r\n";
}
