using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Extension methods that map the routes of the portal.</summary>
internal static class StaffRoutes
{
    /// <summary>
    /// The route of a department's screens in a year. A caller without a role for the department <c>{code}</c> is rejected.
    /// </summary>
    public const string Department = "/{year}/departments/{code}";

    // A HEAD request runs the GET handler, and the server omits the body.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a GET route, which shows a screen or downloads a file.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder app, string pattern, Delegate show) =>
        app.MapMethods(pattern, Reading, show);

    /// <summary>
    /// Maps the handler of a submitted form. The fields are read and the antiforgery token is checked before <paramref name="act"/> runs;
    /// the fields are then in <c>context.Request.Form</c>.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.Fields);

    /// <summary>
    /// Maps the handler of a form with a file. <paramref name="act"/> reads the body itself and must check the antiforgery token with
    /// <see cref="FormChecks.IsOwnAsync"/>.
    /// </summary>
    public static RouteHandlerBuilder MapUpload(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.File);

    /// <summary>
    /// Maps a group of screens of one department. A caller without a role for the department is rejected, whether the department exists or
    /// not.
    /// </summary>
    public static RouteGroupBuilder MapDepartmentGroup(this IEndpointRouteBuilder app) =>
        app.MapGroup(Department).For(Access.Department).WithMetadata(new DepartmentInRoute("code"));
}
