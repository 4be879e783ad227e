using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Functions;

/// <summary>
/// Runs the app's ASP.NET Core pipeline inside a function. The pipeline of the Functions worker would not suffice, because it has only one
/// route per function and does not allow ASP.NET Core middleware.
/// </summary>
public sealed class WorkerPipeline(IServiceProvider services, Preparation preparation)
{
    private readonly RequestDelegate run = Build(services, preparation);

    public async Task<IResult> RunAsync(HttpContext context)
    {
        // Routing has already selected the endpoint of the function. Clear it, so that the pipeline selects one of its own endpoints.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await run(context);
        return Results.Empty;
    }

    private static RequestDelegate Build(IServiceProvider services, Preparation preparation)
    {
        var app = new ApplicationBuilder(services);
        app.UseAnswers();
        app.Use(async (context, next) => await (await preparation.IsReadyAsync(context.RequestAborted)
            ? next(context)
            : ApiProblem.StorageUnavailable().ExecuteAsync(context)));
        app.UseChecks();
        app.UseEndpoints(endpoints => endpoints.MapWeb());
        return app.Build();
    }
}
