using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Api.Health;
using KawasakiServerless.Web.Api.Publications;
using KawasakiServerless.Web.Api.Purges;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Api.Years;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api;

/// <summary>Maps the routes of the HTTP API. README.md and docs/access.md list them.</summary>
public static class ApiEndpoints
{
    // A HEAD request runs the GET handler, and the server omits the body.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] ReadingAndPosting = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapMethods("/health", Reading, HealthEndpoint.GetAsync).For(Access.Anyone);
        api.MapMethods("/departments", Reading, DepartmentEndpoints.ListAsync).For(Access.Staff);
        api.MapMethods("/departments/{code}/template", Reading, DepartmentEndpoints.TemplateAsync).For(Access.Department);
        api.MapPost("/departments/{code}/submissions", SubmissionEndpoints.SubmitAsync).For(Access.Department)
            .RequireRateLimiting(RateLimits.Upload);
        api.MapMethods("/departments/{code}/submissions", Reading, SubmissionEndpoints.HistoryAsync).For(Access.Department);
        api.MapMethods("/submissions/{id}", Reading, SubmissionEndpoints.FindAsync).For(Access.Department);
        api.MapMethods("/submissions/{id}/original", Reading, SubmissionEndpoints.OriginalAsync).For(Access.Department);
        api.MapMethods("/submissions/{id}/report.xlsx", Reading, SubmissionEndpoints.ReportAsync).For(Access.Department);
        api.MapPost("/publications", PublicationEndpoints.RequestAsync).For(Access.Coordinator).RequireRateLimiting(RateLimits.Publish);
        api.MapMethods("/publications", Reading, PublicationEndpoints.HistoryAsync).For(Access.Staff);
        api.MapMethods("/publications/hold", Reading, PublicationEndpoints.HoldAsync).For(Access.Staff);
        api.MapPost("/publications/release", PublicationEndpoints.LiftAsync).For(Access.Coordinator);
        api.MapPost("/publications/{id}/restore", PublicationEndpoints.RestoreAsync).For(Access.Coordinator)
            .RequireRateLimiting(RateLimits.Publish);
        api.MapMethods("/publications/{id}", Reading, PublicationEndpoints.FindAsync).For(Access.Staff);
        api.MapPost("/years/{year}/release", YearEndpoints.ReleaseAsync).For(Access.Coordinator);
        api.MapPost("/purges", PurgeEndpoints.RequestAsync).For(Access.Coordinator).RequireRateLimiting(RateLimits.Publish);
        api.MapMethods("/purges/{id}", Reading, PurgeEndpoints.FindAsync).For(Access.Coordinator);
        api.MapMethods("/{**path}", ReadingAndPosting, ApiProblem.UnknownPath).For(Access.Anyone);
    }
}
