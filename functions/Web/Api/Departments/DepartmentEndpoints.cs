using KawasakiServerless.Application.Departments;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Departments;

public static class DepartmentEndpoints
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Task<IResult> ListAsync(
        HttpContext context, DepartmentRequest request, DepartmentStatuses statuses, CancellationToken cancellation) =>
        request.ForYearAsync(context, async year => Results.Ok(await statuses.OfYearAsync(year, cancellation)), cancellation);

    public static Task<IResult> TemplateAsync(
        HttpContext context, DepartmentRequest request, Templates templates, CancellationToken cancellation) =>
        request.ForAsync(context, async (year, department) => Results.File(
            await templates.MakeAsync(year, department, cancellation), WorkbookType, Source.CanonicalFile(year.Year, department)),
            cancellation);
}
