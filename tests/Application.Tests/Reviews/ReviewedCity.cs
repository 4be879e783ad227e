using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Reviews;

/// <summary>Helpers for tests of reviews. A <see cref="City"/> runs the app's use cases against the storage emulator.</summary>
internal static class ReviewedCity
{
    public static DepartmentYear Zaisei { get; } = new(City.Year, "zaisei");

    public static SentForm Form(string who = "推進 花子", ReviewSide side = ReviewSide.Coordinator) => new(Guid.NewGuid(), who, side);

    public static async Task<SeenReport> SubmittedAsync(this City city, params string[] initiatives)
    {
        var outcome = Assert.IsType<UploadOutcome.Accepted>(
            await city.SubmitAsync("zaisei", Some.Workbook("zaisei", initiatives is [] ? ["一"] : initiatives)));
        return new(outcome.Submission.Id.Value, null);
    }

    /// <summary>
    /// Returns a workbook in which an indicator changes from 100 in one year to this figure in the next. If the figure is at least three
    /// times as much, or at most a third, it must be confirmed.
    /// </summary>
    public static byte[] JumpTo(decimal figure) => Some.WorkbookWithFigures("zaisei", City.Year, 100, figure);

    public static async Task<ReportState> StateAsync(this City city) =>
        (await city.Get<ReportReviews>().StandingAsync(Zaisei, default)).State;

    public static async Task<BoardLine> LineAsync(this City city) =>
        (await city.Get<Boards>().OfAsync(await city.ReportingYearAsync(), default)).Lines.Single(l => l.Department == "zaisei");

    public static async Task<StoredReview> StoredAsync(this City city) => await city.Get<ReviewStore>().FindAsync(Zaisei, default);

    public static Task<ReviewOutcome> SendBackAsync(
        this City city, SeenReport seen, string comment = "表記をそろえてください。") => city.Get<ReportReviews>().SendBackAsync(
        Zaisei, new(seen, [new(ReportSection.Collaborations, comment)]), Form(), default);
}
