using System.Globalization;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Years;

/// <param name="Years">All years that were opened, newest first.</param>
/// <param name="Next">The year that can be opened next.</param>
/// <param name="Hold">The restore that prevents publications at present; null if there is none.</param>
public sealed record YearListView(IReadOnlyList<ReportingYear> Years, FiscalYear Next, Hold? Hold);

/// <summary>
/// The screens of the reporting years (年度): deadline, closing, publication of workbooks, and opening of the next year.
/// </summary>
internal static class YearEndpoints
{
    public const string Folder = "/staff/years";

    /// <summary>The name of the form field with the time of the last change of the displayed settings.</summary>
    public const string LastField = "last";

    /// <summary>Returns the time of the last change of a year's settings, for <see cref="LastField"/>; null if there was none.</summary>
    public static string? LastOf(ReportingYear year) => year.Last?.When.ToString("O", CultureInfo.InvariantCulture);

    public static void MapYears(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/years", ListAsync).For(Access.Coordinator);
        staff.MapForm("/years", OpenNextAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/deadline", SetDeadlineAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/close", CloseAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/reopen", ReopenAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/workbooks/publish", PublishWorkbooksAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/workbooks/withhold", WithholdWorkbooksAsync).For(Access.Coordinator);
    }

    private static async Task<IResult> ListAsync(YearLifecycle lifecycle, HoldStore holds, CancellationToken cancellation) =>
        await lifecycle.AllAsync(cancellation) is [var newest, ..] years
            ? StaffPage.Of<YearListPage>(new YearListView(
                years, FiscalYear.Of(newest.Year.Year + 1), await holds.FindAsync(cancellation)))
            : ApiProblem.UnknownYear(null);

    private static async Task<IResult> OpenNextAsync(HttpContext context, NextYear next, CancellationToken cancellation) =>
        FiscalYear.TryParse(context.Request.Form["year"], out var year)
            ? AnswerTo(await next.OpenAsync(year, context.Caller().Name, cancellation))
            : ApiProblem.UnknownYear(null);

    private static Task<IResult> SetDeadlineAsync(
        HttpContext context, YearScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => DeadlineIn(context.Request.Form, out var deadline)
            ? AnswerTo(await lifecycle.SetDeadlineAsync(SeenIn(context.Request.Form, year), deadline, context.Caller().Name,
                cancellation), "deadline")
            : ApiProblem.NoDate(), cancellation);

    private static Task<IResult> CloseAsync(
        HttpContext context, YearScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => AnswerTo(
            await lifecycle.CloseAsync(SeenIn(context.Request.Form, year), context.Caller().Name, cancellation), "closed"), cancellation);

    private static Task<IResult> ReopenAsync(
        HttpContext context, YearScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => AnswerTo(
            await lifecycle.ReopenAsync(SeenIn(context.Request.Form, year), context.Caller().Name, cancellation), "reopened"), cancellation);

    private static Task<IResult> PublishWorkbooksAsync(
        HttpContext context, YearScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => AnswerTo(
            await lifecycle.PublishWorkbooksAsync(SeenIn(context.Request.Form, year), context.Caller().Name,
                cancellation), "workbooks-published"), cancellation);

    private static Task<IResult> WithholdWorkbooksAsync(
        HttpContext context, YearScreens screens, YearLifecycle lifecycle, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => AnswerTo(
            await lifecycle.WithholdWorkbooksAsync(SeenIn(context.Request.Form, year), context.Caller().Name,
                cancellation), "workbooks-withheld"), cancellation);

    private static IResult AnswerTo(YearOutcome outcome, string done) => outcome switch
    {
        YearOutcome.Overtaken { Now.Last: { } last } => ApiProblem.Overtaken($"{last.Who}さんが、この年度の設定を先に変えました。内容を確かめてから、もう一度お試しください。"),
        YearOutcome.Overtaken => ApiProblem.Overtaken("この年度の設定が先に変えられました。内容を確かめてから、もう一度お試しください。"),
        YearOutcome.NotOpen => ApiProblem.UnknownYear(null),
        _ => StaffPage.Done(Folder, done),
    };

    private static IResult AnswerTo(NextYearOutcome outcome) => outcome switch
    {
        NextYearOutcome.NotValid(_, var newest, [var first, ..] findings) => ApiProblem.RegisterNotValid(
            $"{newest.Label}の台帳に、直すところが{findings.Count}件あります（{first.Message}）。台帳を直してから、もう一度お試しください。"),
        NextYearOutcome.NotNext => ApiProblem.Overtaken("年度は順に始めます。年度の画面を開きなおして、もう一度お試しください。"),
        _ => StaffPage.Done(Folder, "opened"),
    };

    // Parses the deadline; returns false if the input is not a date. An empty input is valid and removes the deadline.
    private static bool DeadlineIn(IFormCollection form, out Deadline? deadline) =>
        Deadline.TryParse(form["deadline"], out deadline) || string.IsNullOrWhiteSpace(form["deadline"]);

    // The form contains the time of the last change of the settings that it showed; empty if there was none.
    private static ReportingYear SeenIn(IFormCollection form, ReportingYear year) => year with
    {
        Last = DateTimeOffset.TryParseExact(
            form[LastField], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var when) ? new("", when) : null,
    };
}
