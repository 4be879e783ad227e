using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KawasakiServerless.Functions.Triggers;

/// <summary>The HTTP trigger for the staff portal.</summary>
public sealed class StaffFunction(WorkerPipeline pipeline)
{
    [Function("staff")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "staff/{*path}")]
        HttpRequest request) =>
        pipeline.RunAsync(request.HttpContext);
}
