using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Submissions;

/// <param name="Screen">Whose submission it is.</param>
/// <param name="Detail">What was found in it, and what it changed.</param>
public sealed record SubmissionView(DepartmentScreen Screen, SubmissionDetail Detail)
{
    public Submission Submission => Detail.Submission;

    /// <summary>The address of the submission.</summary>
    public string Path => $"{Screen.Path}submissions/{Submission.Id.Value}";
}

/// <summary>Finds the submission that a route names, of the department and the year that it names.</summary>
public sealed class SubmissionScreens(DepartmentScreens screens, SubmissionDetails details)
{
    /// <param name="context">Of a route with <c>{id}</c>.</param>
    /// <param name="show">Answers; it is not asked when there is no such submission.</param>
    /// <param name="cancellation">Of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<SubmissionView, Task<IResult>> show, CancellationToken cancellation) => screens.ForAsync(
        context,
        async screen => await FindAsync(context, screen, cancellation) is { } view ? await show(view) : ApiProblem.UnknownSubmission(""),
        cancellation);

    private async Task<SubmissionView?> FindAsync(HttpContext context, DepartmentScreen screen, CancellationToken cancellation) =>
        SubmissionId.TryParse(context.Request.RouteValues["id"] as string, out var id) && screen.Owns(id.ReportingYear, id.Department)
        && await details.FindAsync(id, screen.Year, cancellation) is { } detail
            ? new(screen, detail)
            : null;
}
