using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <summary>Handles the form that uploads a workbook: receives the workbook, checks it, and redirects to the result of the check.</summary>
public sealed class UploadForm(DepartmentScreens screens, Uploads uploads, Checking checking)
{
    /// <param name="context">The context of a route mapped with <see cref="StaffRoutes.MapUpload"/>, whose body is not yet read.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellation) => screens.ForAsync(
        context,
        async screen => !IsMultipart(context.Request) ? ApiProblem.StaleForm()
            : UploadBody.IsTooLarge(context.Request) ? await RefuseAsync(context.Request, cancellation)
            : await uploads.ReceiveAsync(
                context, (body, place) => CheckAsync(new(context, screen, body), place, cancellation), cancellation),
        cancellation);

    private async Task<IResult> CheckAsync(Received received, Place place, CancellationToken cancellation)
    {
        var (context, screen, body) = received;
        if (!await FormChecks.IsOwnAsync(context) || FormId.Of(context.Request.Form) is not { } form)
            return ApiProblem.StaleForm();
        var upload = new Upload(screen.Year, screen.Department, body.Workbook, body.FileName, context.Caller().Name);
        var check = await checking.CheckAsync(upload, form, place, cancellation);
        return StaffPage.GoTo($"{screen.Path}checks/{check.Id.Value}");
    }

    // Reads the rest of the body before responding: if a browser gets a response while it is still sending, it shows a connection error
    // instead of the response.
    private static async Task<IResult> RefuseAsync(HttpRequest request, CancellationToken cancellation)
    {
        await request.Body.CopyToAsync(Stream.Null, cancellation);
        return ApiProblem.TooLarge(Upload.LimitMebibytes);
    }

    private static bool IsMultipart(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private sealed record Received(HttpContext Context, DepartmentScreen Screen, UploadBody Body);
}
