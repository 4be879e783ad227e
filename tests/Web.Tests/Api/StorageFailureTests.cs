using KawasakiServerless.Application.Health;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Web.Api.Health;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Web.Tests.Api;

public sealed class StorageFailureTests
{
    // Nothing listens on port 1.
    private const string Unreachable =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWJj;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

    [Fact]
    public async Task TheHealthCheckReturns503WhileStorageCannotBeReached()
    {
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? Unreachable : null);
        var check = new HealthCheck(
            new PublicationStore(storage), new SubmissionStore(storage), new WriteProbe(storage), TimeProvider.System,
            NullLogger<HealthCheck>.Instance);

        var answer = await HealthEndpoint.GetAsync(new DefaultHttpContext(), new AppServiceCallers(_ => null), check, default);

        Assert.Equal(503, Assert.IsAssignableFrom<IStatusCodeHttpResult>(answer).StatusCode);
    }
}
