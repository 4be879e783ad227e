using System.Net;
using Azure;
using Azure.Core.Pipeline;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Tests.Tables.Azurite;

[Collection(OneAzurite.Name)]
public sealed class LostAnswerFacts(SharedAzurite azurite)
{
    [Fact]
    public async Task AnAdditionIsDoneOnceAndSucceeds()
    {
        var table = await LossyAsync(HttpMethod.Post);
        var plant = new Plant { PartitionKey = "p", RowKey = "r", Name = "ケヤキ", Width = 3, Seen = new DateTime(2026, 5, 1), Photo = new BinaryData([1]) };

        var answer = await table.AddEntityAsync(plant);

        Assert.Equal((await table.GetEntityAsync<Plant>("p", "r")).Value.ETag, answer.Headers.ETag);
    }

    [Fact]
    public async Task ATransactionOfAdditionsIsDoneOnceAndSucceeds()
    {
        var table = await LossyAsync(HttpMethod.Post);

        var answer = await table.SubmitTransactionAsync(Enumerable.Range(0, 20).Select(i => Some.Add($"{i}")));

        Assert.Equal(20, answer.Value.Count);
        Assert.Equal(20, (await table.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task ADeletionSucceeds()
    {
        var table = await LossyAsync(HttpMethod.Delete);
        await table.AddEntityAsync(Some.Entity());

        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task AConditionalUpdateIsReportedAsTheServiceSaysIt()
    {
        var table = await LossyAsync(HttpMethod.Put);
        var etag = (await table.AddEntityAsync(Some.Entity())).Headers.ETag!.Value;

        var e = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 }, etag, TableUpdateMode.Replace));

        Assert.Equal(412, e.Status);
        Assert.Equal(4, (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("Count"));
    }

    private async Task<TableClient> LossyAsync(HttpMethod method)
    {
        var name = (await Some.TableAsync(azurite)).Name;
        return new TableClient(azurite.ConnectionString, name, new TableClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(new FirstAnswerIsLost(method))),
            Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        });
    }

    private sealed class FirstAnswerIsLost(HttpMethod method) : DelegatingHandler(new SocketsHttpHandler())
    {
        private bool lost;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (lost || request.Method != method)
                return answer;
            lost = true;
            answer.Dispose();
            return new HttpResponseMessage(HttpStatusCode.GatewayTimeout);
        }
    }
}
