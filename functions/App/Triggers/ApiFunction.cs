using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>
/// The HTTP trigger for the API (documented in README). It accepts every HTTP method, so that the ASP.NET Core pipeline and not the host
/// answers unsupported methods.
/// </summary>
public sealed class ApiFunction(WorkerPipeline pipeline)
{
    [Function("api")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "api/{*path}")]
        HttpRequest request) =>
        pipeline.RunAsync(request.HttpContext);
}
