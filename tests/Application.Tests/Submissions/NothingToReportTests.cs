using KawasakiServerless.Application.Audit;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Submissions;

[Collection(SharedAzurite.Name)]
public sealed class NothingToReportTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task DeclaringNothingToReportReplacesTheEarlierReport()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一", "二"));

        var accepted = Assert.IsType<UploadOutcome.Accepted>(await DeclareAsync(city));

        var pointer = await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default);
        Assert.Equal((accepted.Submission.Id.Value, true, 0), (pointer?.Submission, pointer?.DeclaresNothing, pointer?.Records));
        Assert.Empty((await city.Get<RecordStore>().ReadAsync(accepted.Submission.Id.Value, default)).All);
        Assert.Equal(ReportState.NothingToReport, (await city.Get<ReportReviews>().StandingAsync(new(City.Year, "zaisei"), default)).State);
    }

    [Fact]
    public async Task ADepartmentThatDeclaresNothingHasNoRecordsInTheNextPublication()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));
        await city.SubmitAsync("kenkofukushi", Some.Workbook("kenkofukushi", "二"));
        await DeclareAsync(city);
        await city.ReleaseAsync();

        var inputs = await city.Get<ReleasedYearsReader>().InputsAsync(default);

        Assert.Equal(["二"], (await city.Get<ReleasedYearsReader>().ComposeAsync(inputs!, default)).Newest.Initiatives.Select(i => i.Text));
    }

    [Fact]
    public async Task DeclaringNothingTwiceAtTheSameTimeIsNoConflict()
    {
        await using var city = await City.OpenAsync(azurite);
        for (var round = 1; round <= 3; round++)
        {
            await city.SubmitAsync("zaisei", Some.Workbook("zaisei", $"取組{round}"));
            var outcomes = await Task.WhenAll(DeclareAsync(city), DeclareAsync(city));

            Assert.All(outcomes, o => Assert.True(o is UploadOutcome.Accepted or UploadOutcome.Unchanged, o.GetType().Name));
            Assert.Equal(outcomes[0].Submission.Id, outcomes[1].Submission.Id);
        }
    }

    [Fact]
    public async Task DeclaringNothingTwiceIsOneSubmissionAndAWorkbookReplacesIt()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一", "二"));
        await DeclareAsync(city);

        Assert.IsType<UploadOutcome.Unchanged>(await DeclareAsync(city));
        var again = Assert.IsType<UploadOutcome.Accepted>(
            await city.SubmitAsync("zaisei", Some.UnnumberedWorkbook("zaisei", City.Year, "三")));

        // The numbers of the earlier records are not used again.
        Assert.Equal(
            "zaisei-0003", Assert.Single((await city.Get<RecordStore>().ReadAsync(again.Submission.Id.Value, default)).Initiatives).Id);
    }

    [Fact]
    public async Task ADeclarationDoesNotReplaceAReportThatThePersonHasNotSeen()
    {
        await using var city = await City.OpenAsync(azurite);
        var stale = await NothingAsync(city);
        var report = (await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"))).Submission;

        var overtaken = Assert.IsType<UploadOutcome.Overtaken>(await DeclareAsync(city, stale));

        Assert.Equal((report.Id.Value, "a clerk"), (overtaken.Now?.Id, overtaken.Now?.Who));
        Assert.Equal(report.Id, Assert.Single(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default)).Id);
        await DeclareAsync(city);
        Assert.IsType<UploadOutcome.Unchanged>(await DeclareAsync(city, stale));
    }

    [Fact]
    public async Task AnEmptyWorkbookIsNoDeclarationThatThereIsNothingToReport()
    {
        await using var city = await City.OpenAsync(azurite);
        var declared = await DeclareAsync(city);
        var empty = await city.SubmitAsync("kenkofukushi", Some.WorkbookOfYear("kenkofukushi", 2018));

        Assert.True(declared.Submission.DeclaresNothing);
        Assert.False(empty.Submission.DeclaresNothing);
    }

    [Fact]
    public async Task ADeclarationInterruptedByACrashIsFinishedByTheSweep()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));
        network.IsCut = r => r.Method == HttpMethod.Put && r.RequestUri!.AbsolutePath.Contains("/Current(", StringComparison.Ordinal);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => DeclareAsync(city)));
        network.IsCut = _ => false;
        Assert.False((await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))!.DeclaresNothing);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.True((await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))!.DeclaresNothing);
        Assert.All(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default),
            s => Assert.Equal(SubmissionState.Accepted, s.State));
    }

    [Fact]
    public async Task ADeclarationByTheCoordinatorIsMarkedAsSuchInAuditAndTimeline()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        network.IsCut = r => r.Method == HttpMethod.Put && r.RequestUri!.AbsolutePath.Contains("/Audit(", StringComparison.Ordinal);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(async () => await city.Get<NothingToReport>().DeclareAsync(
            await NothingAsync(city), new("推進 花子", ReviewSide.Coordinator), default)));
        network.IsCut = _ => false;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(ReportState.NothingToReport, (await city.Get<ReportReviews>().StandingAsync(new(City.Year, "zaisei"), default)).State);
        var told = Assert.Single((await city.Get<AuditSearch>().FindAsync(new() { Department = "zaisei" }, null, default)).Entries);
        Assert.Equal(("推進 花子", "提出（受付）（取りまとめ担当の代行）"), (told.Who, AuditCsv.LabelOf(told)));
        Assert.Equal(ReviewSide.Coordinator,
            Assert.Single((await city.Get<ReportReviews>().ViewAsync(new(City.Year, "zaisei"), default)).Timeline).Side);
    }

    private static async Task<UploadOutcome> DeclareAsync(City city) =>
        await DeclareAsync(city, await NothingAsync(city));

    private static Task<UploadOutcome> DeclareAsync(City city, NothingDeclared declared) =>
        city.Get<NothingToReport>().DeclareAsync(declared, new("財政 太郎", ReviewSide.Department), default);

    // The declaration of a person who sees the department's report as it is now.
    private static async Task<NothingDeclared> NothingAsync(City city) => new(
        await city.ReportingYearAsync(), Register.Of2018.Department("zaisei"),
        new((await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))?.Submission));
}
