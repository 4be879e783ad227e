using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>The HTTP interface (README lists it). Every method is bound, so that the pipeline answers those it does not know.</summary>
public sealed class ApiFunction(WorkerPipeline pipeline)
{
    [Function("api")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "api/{*path}")]
        HttpRequest request) =>
        pipeline.RunAsync(request.HttpContext);
}
