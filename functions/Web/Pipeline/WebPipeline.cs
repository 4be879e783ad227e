using KawasakiServerless.Application;
using KawasakiServerless.Web.Api;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Api.Publications;
using KawasakiServerless.Web.Api.Purges;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Pipeline;

/// <summary>
/// The ASP.NET Core pipeline that is shared by the .NET worker process of Azure Functions, the local run (the app on a developer's machine)
/// and the tests.
/// </summary>
public static class WebPipeline
{
    /// <summary>
    /// The largest body that the server accepts: 100 MB, the limit of the Functions host. Uploads between the app's own limit and this size
    /// reach the app, which rejects them with an explanation.
    /// </summary>
    public const long LargestBody = 104_857_600;

    /// <summary>
    /// Registers the services that the routes need in addition to those of the application layer. The hosting process must register <see
    /// cref="ICallers"/> and <see cref="OwnOrigins"/>.
    /// </summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddRouting()
        .AddSingleton<DepartmentRequest>()
        .AddSingleton<DepartmentStatuses>()
        .AddSingleton<SubmissionRequest>()
        .AddSingleton<ReportDownloads>()
        .AddSingleton<Uploads>()
        .AddSingleton<PublicationStarts>()
        .AddSingleton<PurgeStarts>()
        .AddRateLimits()
        .AddStaff()
        .AddProtection()
        .ConfigureHttpJsonOptions(options => ResultJson.Configure(options.SerializerOptions));

    /// <summary>Adds all middleware in the required order: first <see cref="UseAnswers"/>, then <see cref="UseChecks"/>.</summary>
    public static void UseWeb(this IApplicationBuilder app)
    {
        app.UseAnswers();
        app.UseChecks();
    }

    /// <summary>Adds the middleware that writes error responses and the headers of every response.</summary>
    public static void UseAnswers(this IApplicationBuilder app)
    {
        app.UseResponseHeaders();
        app.UseProblemPages();
        app.UseProblemDetails();
    }

    /// <summary>
    /// Adds the middleware that runs before the route handler, in this order: it makes errors while the body is read recognizable as errors
    /// of the client, checks the origin, selects the route, reads the rest of rejected uploads, controls access, limits the rate of
    /// requests, checks the antiforgery token, and starts the check for a missed nightly run.
    /// </summary>
    public static void UseChecks(this IApplicationBuilder app)
    {
        app.UseClientBodies();
        app.UseOwnOrigins();
        app.UseRouting();
        app.UseWholeUploads();
        app.UseAccessControl();
        app.UseRateLimiter();
        app.UseFormChecks();
        app.UseMissedNightCheck();
    }

    /// <summary>Maps the HTTP API and the staff portal.</summary>
    public static void MapWeb(this IEndpointRouteBuilder app)
    {
        app.MapApi();
        app.MapStaff();
    }
}
