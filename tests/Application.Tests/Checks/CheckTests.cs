using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Checks;

[Collection(SharedAzurite.Name)]
public sealed class CheckTests(SharedAzurite azurite)
{
    private const string Form = "0123456789abcdef", OtherForm = "fedcba9876543210", Clerk = "a clerk";

    [Fact]
    public async Task ACheckOfAWorkbookCreatesNoSubmission()
    {
        await using var city = await City.OpenAsync(azurite);

        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));

        Assert.DoesNotContain(check.Problems, p => p.Severity == Severity.Error);
        Assert.True(check.Changes.IsFirst);
        Assert.Empty(await HistoryAsync(city));
        Assert.Equal(CheckState.Ready, (await StandingAsync(city, check))?.State);
    }

    [Fact]
    public async Task SubmittingACheckSubmitsTheWorkbookThatWasChecked()
    {
        await using var city = await City.OpenAsync(azurite);
        var workbook = Some.Workbook("zaisei", "一つ目");
        var check = await CheckAsync(city, workbook);

        var done = Assert.IsType<CheckSubmissionOutcome.Done>(await SubmitAsync(city, check));

        var accepted = Assert.IsType<UploadOutcome.Accepted>(done.Outcome).Submission;
        Assert.Equal(check.Submission, accepted.Id);
        Assert.Equal(workbook, (await city.Get<SubmissionStore>().OriginalAsync(accepted.Id, default))!.Value.ToArray());
        Assert.Equal(CheckState.Submitted, (await StandingAsync(city, check))?.State);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "二つ目"));
        Assert.Equal(CheckState.Superseded, (await StandingAsync(city, check))?.State);
        Assert.Equal(CheckState.Superseded, Assert.IsType<CheckSubmissionOutcome.Refused>(await SubmitAsync(city, check)).Standing.State);
    }

    [Fact]
    public async Task SubmittingACheckSeveralTimesCreatesOneSubmission()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SubmitAsync(city, check)));
        var again = Assert.IsType<CheckSubmissionOutcome.Done>(await SubmitAsync(city, check));

        Assert.All(outcomes, o => Assert.Equal(check.Submission, Assert.IsType<CheckSubmissionOutcome.Done>(o).Outcome.Submission.Id));
        Assert.Equal(SubmissionState.Accepted, again.Outcome.Submission.State);
        Assert.Equal(check.Submission, Assert.Single(await HistoryAsync(city)).Id);
    }

    [Fact]
    public async Task TheSameFormWithTheSameWorkbookIsOneCheck()
    {
        await using var city = await City.OpenAsync(azurite);
        var workbook = Some.Workbook("zaisei", "一つ目");

        var checks = await Task.WhenAll(CheckAsync(city, workbook), CheckAsync(city, workbook));

        Assert.Equal(checks[0].Submission, checks[1].Submission);
        Assert.Equal(checks[0].Submission, (await CheckAsync(city, workbook)).Submission);
        Assert.NotEqual(checks[0].Submission, (await CheckAsync(city, workbook, OtherForm)).Submission);
    }

    [Fact]
    public async Task TheChecksOfADepartmentAreListedForADay()
    {
        var clock = new AheadClock();
        await using var city = await City.OpenAsync(azurite, clock);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));
        await CheckAsync(city, Some.WorkbookOfYear("zaisei", 2017), OtherForm);

        var listed = await city.Get<RecentChecks>().OfAsync(new(City.Year, "zaisei"), default);

        Assert.Equal(2, listed.Count);
        Assert.Equal(StoredCheck.Of(check), listed.Single(c => c.Id == check.Id.Value));
        Assert.True(listed.Single(c => c.Id != check.Id.Value).Mend > 0);
        Assert.Empty(await city.Get<RecentChecks>().OfAsync(new(City.Year, "kenkofukushi"), default));
        clock.Ahead = Check.Life;
        Assert.Empty(await city.Get<RecentChecks>().OfAsync(new(City.Year, "zaisei"), default));
    }

    [Fact]
    public async Task TheListOfChecksCountsNoValueThatWasConfirmedSince()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Some.WorkbookWithFigures("zaisei", City.Year, 10, 1000));
        var report = new DepartmentYear(City.Year, "zaisei");
        Assert.Equal(1, Assert.Single(await city.Get<RecentChecks>().OfAsync(report, default)).Confirm);

        await city.Get<ValueConfirmations>().ConfirmAsync(
            report, new(check.Problems, null, ReasonUse.Internal), new(Guid.NewGuid(), Clerk, ReviewSide.Department), default);

        Assert.Equal(0, Assert.Single(await city.Get<RecentChecks>().OfAsync(report, default)).Confirm);
    }

    [Fact]
    public async Task AWorkbookThatCannotBeMarkedInTimeIsAnOutcome()
    {
        var clock = new TimedClock();
        await using var city = await City.OpenAsync(azurite, clock);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));
        clock.Over = Place.Deadline;

        Assert.IsType<MarkedReport.TooLong>(await city.Get<MarkedChecks>().MakeAsync(check, default));
    }

    [Fact]
    public async Task ACheckShowsTheChangesSinceTheCurrentSubmission()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "変わらない", "なくなる"));

        var check = await CheckAsync(city, Some.Workbook("zaisei", "変わらない"));

        var removed = Assert.Single(check.Changes.Records);
        Assert.Equal((ChangeKind.Removed, "なくなる"), (removed.Change, removed.Title));
    }

    [Fact]
    public async Task ACheckOvertakenByAnotherSubmissionMustBeCheckedAgainBeforeItIsSubmitted()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "別の人の提出"));

        var refused = Assert.IsType<CheckSubmissionOutcome.Refused>(await SubmitAsync(city, check));

        Assert.Equal(CheckState.Overtaken, refused.Standing.State);
        Assert.Single(await HistoryAsync(city));
        var again = Assert.IsType<CheckAgainOutcome.Checked>(
            await city.Get<CheckAgain>().OfCheckAsync(check, await city.ReportingYearAsync(), new(OtherForm, Clerk), default));
        Assert.IsType<UploadOutcome.Accepted>(Assert.IsType<CheckSubmissionOutcome.Done>(await SubmitAsync(city, again.Check)).Outcome);
    }

    [Fact]
    public async Task ACheckThatIsOvertakenWhileItWaitsToBeReadIsNotSubmitted()
    {
        var (network, isDecided) = (new FaultyNetwork(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var city = await City.OpenAsync(azurite, network: network);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));
        var readings = city.Get<WorkbookGates>().Readings;
        using var first = await readings.EnterAsync(default);
        using var second = await readings.EnterAsync(default);
        network.IsCut = request =>
        {
            // The workbook is read after the state of the check was found to allow a submission.
            if (request.RequestUri!.AbsolutePath.EndsWith("/original.xlsx", StringComparison.Ordinal))
                isDecided.TrySetResult();
            return false;
        };

        var waiting = SubmitAsync(city, check);
        await isDecided.Task;
        await city.Get<NothingToReport>().DeclareAsync(
            new(await city.ReportingYearAsync(), Register.Of2018.Department("zaisei"), new(Id: null)),
            new("財政 太郎", ReviewSide.Department), default);
        first.Dispose();

        var refused = Assert.IsType<CheckSubmissionOutcome.Refused>(await waiting);
        Assert.Equal((CheckState.Overtaken, "財政 太郎"), (refused.Standing.State, refused.Standing.Counting?.UploadedBy));
        Assert.True(Assert.Single(await HistoryAsync(city)).DeclaresNothing);
    }

    [Fact]
    public async Task AnEarlierSubmissionIsCheckedAndSubmittedAgain()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = (await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一つ目"))).Submission;
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "二つ目"));

        var again = Assert.IsType<CheckAgainOutcome.Checked>(
            await city.Get<CheckAgain>().OfSubmissionAsync(first, await city.ReportingYearAsync(), new(Form, Clerk), default));
        var done = Assert.IsType<CheckSubmissionOutcome.Done>(await SubmitAsync(city, again.Check));

        Assert.Equal(first.Sha256, Assert.IsType<UploadOutcome.Accepted>(done.Outcome).Submission.Sha256);
        Assert.Equal(3, (await HistoryAsync(city)).Count);
    }

    [Fact]
    public async Task ACheckWithErrorsCannotBeSubmittedButGivesAMarkedWorkbook()
    {
        await using var city = await City.OpenAsync(azurite);
        var check = await CheckAsync(city, "no workbook"u8.ToArray());

        Assert.Equal(CheckState.HasErrors, Assert.IsType<CheckSubmissionOutcome.Refused>(await SubmitAsync(city, check)).Standing.State);
        Assert.Empty(await HistoryAsync(city));
        Assert.IsType<MarkedReport.Ready>(await city.Get<MarkedChecks>().MakeAsync(check, default));
    }

    [Fact]
    public async Task ACheckExpiresAfterADayAndTheSweepThenDeletesIt()
    {
        var clock = new AheadClock();
        await using var city = await City.OpenAsync(azurite, clock);
        var check = await CheckAsync(city, Some.Workbook("zaisei", "一つ目"));
        await city.Get<Sweeper>().SweepAsync(Sweeper.MinimumAge, default);
        Assert.NotNull(await StandingAsync(city, check));

        clock.Ahead = TimeSpan.FromHours(24.1);
        Assert.Null(await StandingAsync(city, check));
        Assert.IsType<CheckSubmissionOutcome.Expired>(await SubmitAsync(city, check));
        clock.Ahead = TimeSpan.FromHours(25.1);
        Assert.Contains("removed 2 files of expired checks", await city.Get<Sweeper>().SweepAsync(Sweeper.MinimumAge, default));
        Assert.Null(await city.Get<CheckStore>().FindAsync(check.Id, default));
        Assert.Null(await city.Get<CheckStore>().WorkbookAsync(check.Id, default));
    }

    [Fact]
    public async Task APurgeRemovesTheChecksOfItsDepartment()
    {
        await using var city = await City.OpenAsync(azurite);
        var workbook = Some.Workbook("zaisei", "公開してはいけないこと");
        var submission = (await city.SubmitAsync("zaisei", workbook)).Submission;
        var check = await CheckAsync(city, workbook);

        var purge = await city.Get<Purger>().RequestAsync(submission.Id.Value, "the coordinator", default);
        await city.Get<Purger>().RunAsync(purge!, default);

        Assert.Null(await city.Get<CheckStore>().FindAsync(check.Id, default));
        Assert.Null(await city.Get<CheckStore>().WorkbookAsync(check.Id, default));
    }

    private static async Task<Check> CheckAsync(City city, byte[] workbook, string form = Form)
    {
        using var place = await city.Get<WorkbookGates>().Readings.EnterAsync(default);
        var year = await city.ReportingYearAsync();
        return await city.Get<Checking>()
            .CheckAsync(new(year, year.Register.Department("zaisei"), workbook, "報告.xlsx", Clerk), form, place, default);
    }

    private static Task<CheckStanding?> StandingAsync(City city, Check check) => city.Get<CheckSubmission>().FindAsync(check.Id, default);

    private static async Task<CheckSubmissionOutcome> SubmitAsync(City city, Check check) =>
        await city.Get<CheckSubmission>()
            .SubmitAsync(check.Id, await city.ReportingYearAsync(), new(Clerk, ReviewSide.Department), default);

    private static Task<IReadOnlyList<Submission>> HistoryAsync(City city) =>
        city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default);

    private sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
