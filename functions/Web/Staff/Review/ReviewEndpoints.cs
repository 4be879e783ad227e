using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Review;

/// <param name="Screen">The screen of the reporting department.</param>
/// <param name="Report">The state of the report in the review, and its history.</param>
public sealed record ReviewScreenView(DepartmentScreen Screen, ReportView Report)
{
    /// <summary>The input that was rejected; null if none was.</summary>
    public RefusedText? Refused { get; init; }
}

/// <summary>An input that was rejected. It is shown again, so that the person need not retype it.</summary>
/// <param name="Section">The section whose text was rejected; null if the form as a whole was.</param>
/// <param name="Typed">All submitted fields.</param>
public sealed record RefusedText(ReportSection? Section, string Message, IFormCollection Typed);

/// <summary>
/// The screens for the review of a department's report (報告の確認), for the coordinator and the department: state, comments, messages and
/// history.
/// </summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/review", ShowAsync);
        department.MapForm("/review/message", WriteAsync).RequireRateLimiting(RateLimits.Review);
        department.MapForm("/review/nothing", DeclareNothingAsync).RequireRateLimiting(RateLimits.Review);
        var coordinator = staff.MapGroup(StaffRoutes.Department).For(Access.Coordinator).RequireRateLimiting(RateLimits.Review);
        coordinator.MapForm("/review/approve", ApproveAsync);
        coordinator.MapForm("/review/send-back", SendBackAsync);
        coordinator.MapForm("/review/close", CloseAsync);
    }

    /// <summary>Returns the name of the form field for the comment on a section.</summary>
    public static string FieldOf(ReportSection section) => $"comment-{section}";

    private static Task<IResult> ShowAsync(
        HttpContext context, DepartmentScreens screens, ReportReviews reviews, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => StaffPage.Of<ReviewPage>(
            new ReviewScreenView(screen, await reviews.ViewAsync(screen.Report, cancellation))), cancellation);

    private static Task<IResult> WriteAsync(
        HttpContext context, ReviewForms forms, ReportReviews reviews, CancellationToken cancellation) =>
        forms.AnswerAsync(context, (report, form) => reviews.WriteAsync(
            report, new(SectionOf(context.Request.Form["section"]), context.Request.Form["text"]), form, cancellation), cancellation);

    private static Task<IResult> ApproveAsync(
        HttpContext context, ReviewForms forms, ReportReviews reviews, CancellationToken cancellation) =>
        forms.AnswerAsync(context,
            (report, form) => reviews.ApproveAsync(report, SeenIn(context.Request.Form), form, cancellation), cancellation);

    private static Task<IResult> SendBackAsync(
        HttpContext context, ReviewForms forms, ReportReviews reviews, CancellationToken cancellation) =>
        forms.AnswerAsync(context, (report, form) => reviews.SendBackAsync(
            report,
            new(SeenIn(context.Request.Form),
                [.. Enum.GetValues<ReportSection>().Select(s => new TypedComment(s, context.Request.Form[FieldOf(s)]))]),
            form,
            cancellation), cancellation);

    private static Task<IResult> CloseAsync(
        HttpContext context, ReviewForms forms, ReportReviews reviews, CancellationToken cancellation) =>
        forms.AnswerAsync(context, (report, form) => reviews.CloseCommentAsync(report, context.Request.Form["comment"]
            .ToString(), form, cancellation), cancellation);

    private static Task<IResult> DeclareNothingAsync(
        HttpContext context, DepartmentScreens screens, NothingToReport nothing, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => screen.Year.IsClosed
            ? ApiProblem.YearClosed(screen.Year.Year)
            : await nothing.DeclareAsync(
                new(screen.Year, screen.Department, new(TextIn(context.Request.Form, "submission"))), context.Submitter(), cancellation)
                switch
            {
                UploadOutcome.Overtaken overtaken => ReviewForms.Overtaken(overtaken.Now),
                UploadOutcome.Conflict conflict => ApiProblem.Conflict(conflict.Submission.Winner),
                _ => StaffPage.Done($"{screen.Path}review", Notices.NameOf(context)),
            }, cancellation);

    private static SeenReport SeenIn(IFormCollection form) => new(form["submission"].ToString(), TextIn(form, "verdict"));

    private static string? TextIn(IFormCollection form, string field) => form[field].ToString() is { Length: > 0 } sent ? sent : null;

    private static ReportSection? SectionOf(string? sent) =>
        Enum.TryParse<ReportSection>(sent, out var section) && Enum.IsDefined(section) ? section : null;
}
