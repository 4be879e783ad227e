using KawasakiServerless.Functions.SignIn;

namespace KawasakiServerless.Functions.Api;

/// <summary>The HTTP interface, as architecture and README list it.</summary>
public static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/health", HealthEndpoint.GetAsync).For(Access.Anyone);
        api.MapGet("/departments", DepartmentEndpoints.ListAsync).For(Access.Staff);
        api.MapGet("/departments/{code}/template", DepartmentEndpoints.TemplateAsync).For(Access.Staff);
        api.MapPost("/departments/{code}/submissions", SubmissionEndpoints.SubmitAsync).For(Access.Staff);
        api.MapGet("/departments/{code}/submissions", SubmissionEndpoints.HistoryAsync).For(Access.Staff);
        api.MapGet("/submissions/{id}", SubmissionEndpoints.FindAsync).For(Access.Staff);
        api.MapGet("/submissions/{id}/original", SubmissionEndpoints.OriginalAsync).For(Access.Staff);
        api.MapGet("/submissions/{id}/report.xlsx", SubmissionEndpoints.ReportAsync).For(Access.Staff);
        api.MapPost("/publications", PublicationEndpoints.RequestAsync).For(Access.Coordinator);
        api.MapGet("/publications", PublicationEndpoints.HistoryAsync).For(Access.Staff);
        api.MapGet("/publications/{id}", PublicationEndpoints.FindAsync).For(Access.Staff);
        api.MapPost("/years/{year}/release", YearEndpoints.ReleaseAsync).For(Access.Coordinator);
        api.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], ApiProblem.UnknownPath).For(Access.Anyone);
    }
}
