using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>Finds the submission that a request names, or returns the error response.</summary>
public sealed class SubmissionRequest(SubmissionStore submissions)
{
    /// <summary>
    /// Runs an action for a submission if the submission exists and the caller may act for its department; otherwise returns an error
    /// response.
    /// </summary>
    /// <param name="context">The context of a request whose route contains the submission as <c>{id}</c>.</param>
    /// <param name="act">Creates the response.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public async Task<IResult> ForAsync(HttpContext context, Func<Submission, Task<IResult>> act, CancellationToken cancellation)
    {
        var named = context.Request.RouteValues["id"] as string ?? "";
        if (!SubmissionId.TryParse(named, out var id))
            return ApiProblem.UnknownSubmission(named);
        if (!context.Caller().MayActFor(id.Department))
            return ApiProblem.NotAllowed();
        return await submissions.FindAsync(id, cancellation) is { } found ? await act(found) : ApiProblem.UnknownSubmission(named);
    }
}
