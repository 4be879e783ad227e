using KawasakiServerless.Application;
using KawasakiServerless.Web.Api;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

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
        .AddRateLimits()
        .AddStaff()
        .AddProtection()
        .ConfigureHttpJsonOptions(options => ResultJson.Configure(options.SerializerOptions));

    /// <summary>Adds the middleware in its order: answers, then checks.</summary>
    public static void UseWeb(this IApplicationBuilder app)
    {
        app.UseAnswers();
        app.UseChecks();
    }

    /// <summary>How everything is answered that is no success, and the headers that every answer carries.</summary>
    public static void UseAnswers(this IApplicationBuilder app)
    {
        app.UseResponseHeaders();
        app.UseProblemPages();
        app.UseProblemDetails();
    }

    /// <summary>What a request goes through before its route runs: body, origin, routing, access, limits, forms, missed nights.</summary>
    public static void UseChecks(this IApplicationBuilder app)
    {
        app.UseClientBodies();
        app.UseOwnOrigins();
        app.UseRouting();
        app.UseWholeUploads();
        app.UseAccessControl();
        app.UseRateLimiter();
        app.UseFormChecks();
        app.UseNightWatch();
    }

    /// <summary>Maps the HTTP interface and the staff portal.</summary>
    public static void MapWeb(this IEndpointRouteBuilder app)
    {
        app.MapApi();
        app.MapStaff();
    }
}
