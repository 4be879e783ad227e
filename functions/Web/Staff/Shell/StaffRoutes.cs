using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Extension methods that map the screens.</summary>
internal static class StaffRoutes
{
    /// <summary>The folder of a department's screens in a year. A caller without a role for <c>{code}</c> is rejected.</summary>
    public const string Department = "/{year}/departments/{code}";

    // A HEAD request runs the GET handler; the server omits the body.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a screen or a file for reading.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder app, string pattern, Delegate show) =>
        app.MapMethods(pattern, Reading, show);

    /// <summary>
    /// Maps the action of a form. The form's fields are read and its token is checked before <paramref name="act"/> runs, which finds them
    /// in <c>context.Request.Form</c>.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.Fields);

    /// <summary>
    /// Maps the action of a form with a file. <paramref name="act"/> receives the body itself and must check its token with
    /// <see cref="FormChecks.IsOwnAsync"/>.
    /// </summary>
    public static RouteHandlerBuilder MapUpload(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.File);

    /// <summary>
    /// A group of screens of one department. A caller without a role for the department is rejected, whether the department exists or not.
    /// </summary>
    public static RouteGroupBuilder MapDepartmentGroup(this IEndpointRouteBuilder app) =>
        app.MapGroup(Department).For(Access.Department).WithMetadata(new DepartmentInRoute("code"));
}
