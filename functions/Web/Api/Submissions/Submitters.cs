using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Submissions;

internal static class Submitters
{
    /// <summary>
    /// Returns the person who submits, and whether that person submits as the department or as the coordinator on behalf of the department.
    /// A coordinator who also has the department's role submits as the department.
    /// </summary>
    public static Submitter Submitter(this HttpContext context) => context.Caller() is var caller && caller.IsCoordinator
        && !caller.Departments.Contains(context.Request.RouteValues["code"] as string, StringComparer.Ordinal)
            ? new(caller.Name, ReviewSide.Coordinator)
            : new(caller.Name, ReviewSide.Department);
}
