using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Submissions;

/// <param name="Screen">The screen of the submitting department.</param>
/// <param name="Detail">The submission with its findings and its changes from the previous submission.</param>
public sealed record SubmissionView(DepartmentScreen Screen, SubmissionDetail Detail)
{
    public Submission Submission => Detail.Submission;

    /// <summary>When the submission, if it is the current one, will be published.</summary>
    public PublicationProspect Prospect { get; init; }

    /// <summary>The address of the screen of the submission.</summary>
    public string Path => $"{Screen.Path}submissions/{Submission.Id.Value}";
}

/// <summary>Finds the submission in the route, and ensures that it belongs to the department and the year in the route.</summary>
public sealed class SubmissionScreens(DepartmentScreens screens, SubmissionDetails details, PublicationProspects prospects)
{
    /// <param name="context">The context of a route that contains <c>{id}</c>.</param>
    /// <param name="show">Creates the response; not called when the submission does not exist.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<SubmissionView, Task<IResult>> show, CancellationToken cancellation) => screens.ForAsync(
        context,
        async screen => await FindAsync(context, screen, cancellation) is { } view ? await show(view) : ApiProblem.UnknownSubmission(""),
        cancellation);

    private async Task<SubmissionView?> FindAsync(HttpContext context, DepartmentScreen screen, CancellationToken cancellation) =>
        SubmissionId.TryParse(context.Request.RouteValues["id"] as string, out var id) && screen.Owns(id.ReportingYear, id.Department)
        && await details.FindAsync(id, screen.Year, cancellation) is { } detail
            ? new(screen, detail) { Prospect = await prospects.OfAsync(screen.Year, cancellation) }
            : null;
}
