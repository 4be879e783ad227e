using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>
/// The HTTP trigger for the API (documented in README). It accepts every common HTTP method, so that the ASP.NET Core pipeline and not the
/// Functions host answers methods that the API does not support.
/// </summary>
public sealed class ApiFunction(WorkerPipeline pipeline)
{
    [Function("api")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "api/{*path}")]
        HttpRequest request) =>
        pipeline.RunAsync(request.HttpContext);
}
