using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>How the screens are mapped.</summary>
internal static class StaffRoutes
{
    /// <summary>The folder of a department's screens in a year; <c>{code}</c> is refused to whoever has no role for it.</summary>
    public const string Department = "/{year}/departments/{code}";

    // HEAD asks for what GET would answer; the body is left out by the server.
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A screen or a file that is read.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder app, string pattern, Delegate show) =>
        app.MapMethods(pattern, Reading, show);

    /// <summary>
    /// What a form does. Its fields are read and its token is checked before <paramref name="act"/> runs, which finds them in
    /// <c>context.Request.Form</c>.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.Fields);

    /// <summary>
    /// What a form with a file does. <paramref name="act"/> receives the body itself, and has its token checked by
    /// <see cref="FormChecks.IsOwnAsync"/>.
    /// </summary>
    public static RouteHandlerBuilder MapUpload(this IEndpointRouteBuilder app, string pattern, Delegate act) =>
        app.MapPost(pattern, act).WithMetadata(FormBody.File);

    /// <summary>A group of screens of one department: who has no role for it is refused, whether it exists or not.</summary>
    public static RouteGroupBuilder MapDepartmentGroup(this IEndpointRouteBuilder app) =>
        app.MapGroup(Department).For(Access.Department).WithMetadata(new DepartmentInRoute("code"));
}
