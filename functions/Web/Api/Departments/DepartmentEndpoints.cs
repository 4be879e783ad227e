using KawasakiServerless.Application.Departments;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Departments;

/// <summary>A department of a reporting year's register, with its current submission, as the API lists it for staff.</summary>
/// <param name="Status">accepted if the department has a current submission, otherwise notSubmitted.</param>
public sealed record DepartmentStatus(
    string Code, string Name, string Kana, string English, DepartmentKind Kind, string Status, string? Submission,
    DateTimeOffset? SubmittedAt, RecordCounts? Counts);

public static class DepartmentEndpoints
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> ListAsync(
        string? year, DepartmentRequest request, CurrentStore current, SubmissionStore submissions, CancellationToken cancellation)
    {
        if (await request.YearAsync(year, cancellation) is not { } reportingYear)
            return ApiProblem.UnknownYear(year);
        var counting = await Task.WhenAll(
            (await current.OfYearAsync(reportingYear.Year, cancellation)).Select(p => FindAsync(p, submissions, cancellation)));
        var byDepartment = counting.OfType<Submission>().ToDictionary(s => s.Id.Department, StringComparer.Ordinal);
        return Results.Ok(reportingYear.Register.Departments.Select(d => StatusOf(d, byDepartment.GetValueOrDefault(d.Code))));
    }

    public static Task<IResult> TemplateAsync(
        string code, string? year, HttpContext context, DepartmentRequest request, Templates templates, CancellationToken cancellation) =>
        request.ForAsync(context.Caller(), code, year, async (reportingYear, department) => Results.File(
            await templates.MakeAsync(reportingYear, department, cancellation), WorkbookType,
                Source.CanonicalFile(reportingYear.Year, department)), cancellation);

    private static async Task<Submission?> FindAsync(CurrentPointer pointer, SubmissionStore submissions, CancellationToken cancellation) =>
        SubmissionId.TryParse(pointer.Submission, out var id) ? await submissions.FindAsync(id, cancellation) : null;

    private static DepartmentStatus StatusOf(Department d, Submission? counting) => new(
        d.Code, d.Name, d.Kana, d.English, d.Kind, counting is null ? "notSubmitted" : "accepted", counting?.Id.Value, counting?.UploadedAt,
        counting?.Counts);
}
