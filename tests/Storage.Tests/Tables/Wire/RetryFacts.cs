using System.Net;
using Azure;
using KawasakiServerless.Storage.Tables;
using static KawasakiServerless.Storage.Tests.Tables.Wire.Recorder;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

public sealed class RetryFacts
{
    private const string Same = """{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-04-01T00:00:00Z","Title":"市民の森","Count":3}""";
    private const string Other = """{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-04-01T00:00:00Z","Title":"市民の森","Count":4}""";
    private static readonly Func<HttpResponseMessage> Exists = Error(HttpStatusCode.Conflict, "EntityAlreadyExists");
    private static readonly Func<HttpResponseMessage> Busy = Error(HttpStatusCode.ServiceUnavailable, "ServerBusy");

    [Fact]
    public async Task ABusyServiceIsAskedAgain()
    {
        var recorder = new Recorder(Busy, () => throw new HttpRequestException("reset"), Answer(HttpStatusCode.OK, Same));

        var read = await recorder.Table().GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((3, 3), (read.Value.GetInt32("Count"), recorder.Sent.Count));
    }

    [Fact]
    public async Task AnAdditionWhoseAnswerWasLostIsASuccess()
    {
        var recorder = new Recorder(() => throw new HttpRequestException("reset"), Exists, Answer(HttpStatusCode.OK, Same, ("ETag", "W/\"1\"")));

        var answer = await recorder.Table().AddEntityAsync(Some.Entity());

        Assert.Equal((200, new ETag("W/\"1\"")), (answer.Status, answer.Headers.ETag));
        Assert.Equal(["POST", "POST", "GET"], recorder.Sent.Select(s => s.Method.Method));
    }

    [Fact]
    public async Task SomebodyElsesEntityIsStillAConflict()
    {
        var recorder = new Recorder(Busy, Exists, Answer(HttpStatusCode.OK, Other));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().AddEntityAsync(Some.Entity()));

        Assert.Equal((409, "EntityAlreadyExists"), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task AnEntityThatIsGoneAgainIsStillAConflict()
    {
        var recorder = new Recorder(Busy, Exists, Error(HttpStatusCode.NotFound, "ResourceNotFound"));

        await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().AddEntityAsync(Some.Entity()));
    }

    [Fact]
    public async Task AConflictAtTheFirstAttemptIsNotExamined()
    {
        var recorder = new Recorder(Exists);

        await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().AddEntityAsync(Some.Entity()));

        Assert.Single(recorder.Sent);
    }

    [Fact]
    public async Task ATransactionOfAdditionsWhoseAnswerWasLostIsASuccess()
    {
        var recorder = new Recorder(Busy, Failed(), Answer(HttpStatusCode.OK, Same, ("ETag", "W/\"1\"")));

        var answer = await recorder.Table().SubmitTransactionAsync([Some.Add("r")]);

        Assert.Equal(new ETag("W/\"1\""), Assert.Single(answer.Value).Headers.ETag);
    }

    [Fact]
    public async Task ATransactionThatMetSomebodyElsesEntityHasFailed()
    {
        var recorder = new Recorder(Busy, Failed(), Answer(HttpStatusCode.OK, Other));

        var e = await Assert.ThrowsAsync<TableTransactionFailedException>(() => recorder.Table().SubmitTransactionAsync([Some.Add("r")]));

        Assert.Equal((409, "EntityAlreadyExists", 0), (e.Status, e.ErrorCode, e.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task ATransactionThatDoesMoreThanAddIsNotExamined()
    {
        var recorder = new Recorder(Busy, Failed());
        TableTransactionAction[] actions = [Some.Add("r"), new(TableTransactionActionType.Delete, Some.Entity("p", "s"))];

        await Assert.ThrowsAsync<TableTransactionFailedException>(() => recorder.Table().SubmitTransactionAsync(actions));

        Assert.Equal(2, recorder.Sent.Count);
    }

    private static Func<HttpResponseMessage> Failed() => Answer(
        HttpStatusCode.Accepted,
        """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_1

        --changesetresponse_1
        Content-Type: application/http

        HTTP/1.1 409 Conflict
        Content-Type: application/json

        {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"0:The specified entity already exists."}}}
        --changesetresponse_1--
        --batchresponse_1--
        """);
}
