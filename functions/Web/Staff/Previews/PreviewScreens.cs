using System.Globalization;
using KawasakiServerless.Application.Previews;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Previews;

/// <summary>Shows staff the public pages as the next publication would render them (公開前の確認).</summary>
internal static class PreviewScreens
{
    private const string Index = "index.html";

    public static void MapPreviews(this IEndpointRouteBuilder staff) =>
        staff.MapPage("/preview/{year}/{**path}", ShowAsync).For(Access.Staff);

    /// <summary>The root address of the preview of a year, such as /staff/preview/2018/.</summary>
    public static string RootOf(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"/staff/preview/{year.Year}/");

    private static async Task<IResult> ShowAsync(HttpContext context, SitePreviews previews, CancellationToken cancellation)
    {
        var (year, path) = (context.Request.RouteValues["year"] as string ?? "", context.Request.RouteValues["path"] as string);
        if (!FiscalYear.TryParse(year, out var asked) || RootOf(asked) != $"/staff/preview/{year}/")
            return ApiProblem.UnknownYear(year);
        var isFolder = string.IsNullOrEmpty(path) || path.EndsWith('/');
        var scope = new PreviewScope(asked, context.Caller().IsCoordinator ? null : [.. context.Caller().Departments]);
        var file = await previews.FindAsync(scope, isFolder ? path + Index : path!, RootOf(asked), cancellation);
        if (file is null)
            return isFolder || Path.HasExtension(path) ? ApiProblem.UnknownPath() : StaffPage.GoTo(new PathString($"{RootOf(asked)}{path}/").ToUriComponent());
        // The portal's content security policy applies to this response too. It does not break the previewed page, because it allows the
        // same sources as the policy that every page of the public site contains.
        return Results.Bytes(file.Bytes.ToArray(), file.ContentType);
    }
}
