using System.Net;
using Azure.Data.Tables;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Tests.Rows;

/// <summary>
/// Every failure of storage becomes the same type of exception, whose property MayPass says whether a later attempt may succeed.
/// </summary>
[Collection(OneAzurite.Name)]
public sealed class FailureTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationFailure", false)]
    [InlineData(HttpStatusCode.NotFound, "TableNotFound", false)]
    [InlineData(HttpStatusCode.Conflict, "TableBeingDeleted", false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidInput", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequests", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServerBusy", true)]
    public async Task AnErrorOfTheTableServiceBecomesAStorageExceptionWithItsCode(HttpStatusCode status, string code, bool mayPass)
    {
        var table = (await Some.TableAsync(azurite)).Over(azurite, new Network { Answer = (_, _) => Network.Error(status, code) });

        foreach (var call in CallsOf(table))
        {
            var failure = await Assert.ThrowsAsync<StorageException>(call);
            Assert.Equal(((int)status, code, mayPass, $"Storage answered {(int)status} {code}."),
                (failure.Status, failure.Code, failure.MayPass, failure.Message));
        }
    }

    [Fact]
    public async Task ABusyServiceIsAskedAgain()
    {
        var table = await Some.TableAsync(azurite);
        await table.PutAsync(Some.Row(), default);
        var network = new Network
        {
            Answer = (_, number) => number <= 2 ? Network.Error(HttpStatusCode.ServiceUnavailable, "ServerBusy")
            : null
        };

        Assert.NotNull(await table.Over(azurite, network).FindAsync("p", "r", default));
        Assert.Equal(3, network.Requests);
    }

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServerBusy")]
    [InlineData(429, "TooManyRequests")]
    public async Task ATransactionWithATransientErrorIsTriedAgain(int status, string code)
    {
        var table = await Some.TableAsync(azurite);
        var network = new Network { Answer = (_, number) => number <= 3 ? Network.FailedTransaction(status, code) : null };

        await table.Over(azurite, network).PutAllAsync(Some.Rows(3), default);

        Assert.Equal(3, (await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).Count);
    }

    [Theory]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(404, "TableNotFound")]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(412, "UpdateConditionNotSatisfied")]
    public async Task ATransactionWithAPermanentErrorIsNotTriedAgain(int status, string code)
    {
        var network = new Network { Answer = (_, _) => Network.FailedTransaction(status, code) };
        var table = (await Some.TableAsync(azurite)).Over(azurite, network);

        var failure = await Assert.ThrowsAsync<StorageException>(() => table.PutAllAsync(Some.Rows(3), default));

        Assert.Equal((status, code, false, 1), (failure.Status, failure.Code, failure.MayPass, network.Requests));
    }

    [Fact]
    public async Task ATransactionWhoseAnswerIsIncompleteIsTriedAgain()
    {
        var table = await Some.TableAsync(azurite);
        var network = new Network
        {
            Answer = (_, number) => number == 1
            ? Network.Half("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=c") : null
        };

        await table.Over(azurite, network).PutAllAsync(Some.Rows(3), default);

        Assert.Equal(3, (await table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync()).Count);
    }

    [Fact]
    public async Task DuringAnOutageATransactionIsTriedOnlyAsOftenAsTheSdkTries()
    {
        var network = new Network { Answer = (_, _) => Network.Error(HttpStatusCode.ServiceUnavailable, "ServerBusy") };
        var table = (await Some.TableAsync(azurite)).Over(azurite, network);

        await Assert.ThrowsAsync<StorageException>(() => table.PutAllAsync(Some.Rows(3), default));

        Assert.Equal(4, network.Requests);
    }

    [Fact]
    public async Task AnAnswerThatComesTooLateIsAnOutage()
    {
        // HttpClient throws this if an attempt exceeds its time limit.
        var table = (await Some.TableAsync(azurite))
            .Over(azurite, new Network { Answer = (_, _) => throw new TaskCanceledException("late", new TimeoutException()) });

        foreach (var call in CallsOf(table))
            Assert.True((await Assert.ThrowsAsync<StorageException>(call)).MayPass);
    }

    [Fact]
    public async Task ATransactionThatKeepsFailingIsAnOutage()
    {
        var network = new Network { Answer = (_, _) => Network.FailedTransaction(503, "ServerBusy") };
        var table = (await Some.TableAsync(azurite)).Over(azurite, network);

        var failure = await Assert.ThrowsAsync<StorageException>(() => table.PutAllAsync(Some.Rows(3), default));

        Assert.Equal((true, 503, 4), (failure.MayPass, failure.Status, network.Requests));
    }

    [Fact]
    public async Task AConnectionThatBreaksEachTimeIsAnOutage()
    {
        var table = (await Some.TableAsync(azurite))
            .Over(azurite, new Network { Answer = (_, _) => throw new HttpRequestException("reset") });

        foreach (var call in CallsOf(table))
            Assert.True((await Assert.ThrowsAsync<StorageException>(call)).MayPass);
    }

    [Fact]
    public async Task AnIncompleteAnswerIsAnOutage()
    {
        var table = (await Some.TableAsync(azurite)).Over(azurite, new Network { Answer = (_, _) => Network.Half("{\"odata.etag\":\"W/") });

        Assert.True((await Assert.ThrowsAsync<StorageException>(() => table.FindAsync("p", "r", default))).MayPass);
    }

    [Fact]
    public async Task ATableThatDoesNotExistIsNotAMissingRow()
    {
        var table = new RowTable(new TableClient(azurite.ConnectionString, Some.TableName), TimeSpan.Zero);

        foreach (var call in CallsOf(table))
            Assert.Equal((404, "TableNotFound", false), await Assert.ThrowsAsync<StorageException>(call) is var failure
                ? (failure.Status, failure.Code, failure.MayPass) : default);
    }

    [Fact]
    public async Task ACancelledRequestThrowsACancellation()
    {
        using var cancelled = new CancellationTokenSource();
        var table = (await Some.TableAsync(azurite)).Over(azurite, new Network { Answer = (_, _) => throw Cancel(cancelled) });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.FindAsync("p", "r", cancelled.Token));
    }

    [Fact]
    public async Task AQueryReadsAllPagesEvenAfterAnEmptyOne()
    {
        var table = await Some.TableAsync(azurite);
        foreach (var chunk in Some.Rows(1_250, "many'p'").Chunk(100))
            await table.PutAllAsync(chunk, default);
        // The service may answer with an empty page and a continuation token, for example if a query takes longer than five seconds.
        var network = new Network { Answer = (request, number) => number == 1 ? EmptyPage() : null };

        var rows = await table.Over(azurite, network).QueryKeysAsync($"PartitionKey eq {"many'p'"}", default).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 1_250).Select(i => $"{i:D6}"), rows.Select(r => r.RowKey));
        Assert.All(rows, row => Assert.False(row.ContainsKey("Title")));
        Assert.Equal(3, network.Requests);
    }

    private static HttpResponseMessage EmptyPage() => new(HttpStatusCode.OK)
    {
        Content = new StringContent("""{"value":[]}""", System.Text.Encoding.UTF8, "application/json"),
        Headers = { { "x-ms-continuation-NextPartitionKey", AsAzurite("many'p'") },
            { "x-ms-continuation-NextRowKey", AsAzurite("000000") } },
    };

    // To the client, a continuation token is opaque; this is the form that Azurite uses.
    private static string AsAzurite(string key) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key));

    private static OperationCanceledException Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return new OperationCanceledException(source.Token);
    }

    private static IReadOnlyList<Func<Task>> CallsOf(RowTable table) =>
    [
        () => table.FindAsync("p", "r", default), () => table.AddOnceAsync(Some.Row(), default),
        () => table.TryUpdateAsync(Some.Row(), new("W/\"1\""), default),
        () => table.PutAsync(Some.Row(), default), () => table.PutAllAsync(Some.Rows(2), default),
        () => table.TryRemoveAsync("p", "r", new("W/\"1\""), default),
        () => table.TryRemoveAllAsync(Some.Rows(2), default), () => table.QueryAsync($"PartitionKey eq {"p"}", default).ToListAsync(),
    ];
}
