using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Web.Api;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Functions;

/// <summary>
/// The ASP.NET Core pipeline inside a function: the worker's own has one route for each function and no place for middleware.
/// </summary>
public sealed class WorkerPipeline(IServiceProvider services, Preparation preparation)
{
    private readonly RequestDelegate run = Build(services);

    public async Task<IResult> RunAsync(HttpContext context)
    {
        // The route of the function has matched already; ours are matched anew.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        if (await preparation.IsReadyAsync(context.RequestAborted))
            await run(context);
        else
            await ApiProblem.StorageUnavailable().ExecuteAsync(context);
        return Results.Empty;
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseWeb();
        app.UseEndpoints(endpoints => endpoints.MapApi());
        return app.Build();
    }
}
