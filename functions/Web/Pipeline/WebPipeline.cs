using KawasakiServerless.Application;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Pipeline;

/// <summary>The one ASP.NET Core pipeline behind the Functions worker, the local run and the tests.</summary>
public static class WebPipeline
{
    /// <summary>
    /// The largest body that the pipeline receives: the Functions host lets 100 MB through, and a body that is too large gets our answer,
    /// in words.
    /// </summary>
    public const long LargestBody = 104_857_600;

    /// <summary>
    /// Registers what the routes need beside the use cases. The process adds <see cref="ICallers"/> and <see cref="OwnOrigins"/>.
    /// </summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddRouting()
        .AddSingleton<DepartmentRequest>()
        .AddSingleton<Uploads>()
        .ConfigureHttpJsonOptions(options => ResultJson.Configure(options.SerializerOptions));

    /// <summary>Adds the middleware in its order: headers, failures, body, origin, routing, access, missed nights.</summary>
    public static void UseWeb(this IApplicationBuilder app)
    {
        app.UseResponseHeaders();
        app.UseProblemDetails();
        app.UseClientBodies();
        app.UseOwnOrigins();
        app.UseRouting();
        app.UseAccessControl();
        app.UseNightWatch();
    }
}
