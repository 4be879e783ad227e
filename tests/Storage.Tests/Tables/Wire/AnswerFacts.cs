using System.Net;
using Azure;
using KawasakiServerless.Storage.Tables;
using static KawasakiServerless.Storage.Tests.Tables.Wire.Recorder;

namespace KawasakiServerless.Storage.Tests.Tables.Wire;

public sealed class AnswerFacts
{
    [Fact]
    public async Task AnEmptyPageThatGoesOnIsNotTheEnd()
    {
        var recorder = new Recorder(
            Answer(HttpStatusCode.OK, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg--")),
            Answer(HttpStatusCode.OK, """{"value":[{"PartitionKey":"p","RowKey":"r"}]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cQ--")),
            Answer(HttpStatusCode.OK, """{"value":[]}"""));

        var found = await recorder.Table().QueryAsync<TableEntity>("A eq 1").ToListAsync();

        Assert.Equal("r", Assert.Single(found).RowKey);
        Assert.Equal(
            ["?$filter=A%20eq%201", "?$filter=A%20eq%201&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21cg--", "?$filter=A%20eq%201&NextPartitionKey=1%214%21cQ--"],
            recorder.Sent.Select(s => s.RequestUri!.Query));
    }

    [Fact]
    public async Task NextRowKeyMayBeMissingInAToken()
    {
        var page = Answer(HttpStatusCode.OK, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"));
        var recorder = new Recorder(page, Answer(HttpStatusCode.OK, """{"value":[]}"""));

        await foreach (var first in recorder.Table().QueryAsync<TableEntity>().AsPages())
        {
            await recorder.Table().QueryAsync<TableEntity>().AsPages(first.ContinuationToken).ToListAsync();
            break;
        }

        Assert.Equal("?NextPartitionKey=1%214%21cA--", recorder.Sent[1].RequestUri!.Query);
    }

    [Fact]
    public async Task PagesAreAskedForAsTheyAreRead()
    {
        var recorder = new Recorder(
            Answer(HttpStatusCode.OK, """{"value":[{"RowKey":"a"},{"RowKey":"b"}]}""", ("x-ms-continuation-NextPartitionKey", "n")));

        await foreach (var entity in recorder.Table().QueryAsync<TableEntity>())
        {
            if (entity.RowKey == "b")
                break;
        }

        Assert.Single(recorder.Sent);
    }

    [Fact]
    public async Task TypesAreReadByAnnotationOrByShape()
    {
        var recorder = new Recorder(Answer(
            HttpStatusCode.OK,
            """
            {"odata.metadata":"https://city/$metadata","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-04-01T00:00:00.1234567Z",
             "I":5,"D":5.0,"E":1E3,"B":3000000000,"N@odata.type":"Edm.Double","N":"NaN","F@odata.type":"Edm.Double","F":7,"L@odata.type":"Edm.Int64","L":"5",
             "T@odata.type":"Edm.DateTime","T":"2026-04-01T00:00:00Z","Null":null}
            """));

        var entity = (await recorder.Table().GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), entity.Timestamp);
        Assert.Equal([5, 5d, 1000d, 3e9, double.NaN, 7d, 5L], new[] { "I", "D", "E", "B", "N", "F", "L" }.Select(n => entity[n]));
        Assert.False(entity.ContainsKey("Null") || entity.ContainsKey("odata.metadata") || entity.ContainsKey("L@odata.type"));
    }

    [Fact]
    public async Task AnErrorHasTheServicesCodeAndMessage()
    {
        var recorder = new Recorder(Error(HttpStatusCode.Forbidden, "AuthorizationPermissionMismatch", "This request is not authorized."));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().DeleteEntityAsync("p", "r"));

        Assert.Equal((403, "AuthorizationPermissionMismatch"), (e.Status, e.ErrorCode));
        Assert.StartsWith("This request is not authorized.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>bad gateway</html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task AnErrorThatIsNotTheServicesHasItsStatus(string body)
    {
        var recorder = new Recorder(Answer(HttpStatusCode.NotImplemented, body));

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => recorder.Table().DeleteEntityAsync("p", "r"));

        Assert.Equal((501, null), (e.Status, e.ErrorCode));
    }

    [Fact]
    public async Task ATableBeingDeletedIsNotATableThatExists()
    {
        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => new Recorder(Error(HttpStatusCode.Conflict, "TableBeingDeleted")).Table().CreateIfNotExistsAsync());

        Assert.Equal("TableBeingDeleted", e.ErrorCode);
    }
}
