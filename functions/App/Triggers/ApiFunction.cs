using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>The HTTP interface (documented in README). Every method is bound, so that the pipeline answers unsupported methods.</summary>
public sealed class ApiFunction(WorkerPipeline pipeline)
{
    [Function("api")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "api/{*path}")]
        HttpRequest request) =>
        pipeline.RunAsync(request.HttpContext);
}
