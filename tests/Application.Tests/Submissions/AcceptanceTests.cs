using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Reading;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Application.Tests.Submissions;

[Collection(SharedAzurite.Name)]
public sealed class AcceptanceTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AnAcceptedWorkbookBecomesCurrentAndIsStoredAsUploaded()
    {
        await using var city = await City.OpenAsync(azurite, register: Register.Of2018);
        var workbook = Some.Sample("byoin");

        var outcome = await city.SubmitAsync("byoin", workbook);

        var accepted = Assert.IsType<UploadOutcome.Accepted>(outcome);
        Assert.Equal(SubmissionState.Accepted, accepted.Submission.State);
        var pointer = await city.Get<CurrentStore>().FindAsync(City.Year, "byoin", default);
        Assert.Equal(accepted.Submission.Id.Value, pointer?.Submission);
        var original = await city.Get<SubmissionStore>().OriginalAsync(accepted.Submission.Id, default);
        Assert.Equal(workbook, original!.Value.ToArray());
    }

    [Fact]
    public async Task EveryRecordOfASampleComesBackFromStorageAsItWasRead()
    {
        await using var city = await City.OpenAsync(azurite, register: Register.Of2018);

        var accepted = Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("kenkofukushi", Some.Sample("kenkofukushi")));

        var records = await city.Get<RecordStore>().ReadAsync(accepted.Submission.Id.Value, default);
        Assert.Equal(accepted.Submission.Counts, records.Counts);
        Assert.Equal(new RecordCounts([133, 91, 135, 8, 28, 7, 112]), records.Counts);
        var read = WorkbookReader.Read(Some.Sample("kenkofukushi"), new(Register.Of2018, City.Year, "kenkofukushi")).Records;
        Assert.Equal(AsRead(read), AsRead(records));
        Assert.All(records.All, r => Assert.Equal((accepted.Submission.Id.Value, "2018-健康福祉局.xlsx"), (r.Source.Submission, r.Source.File)));
    }

    [Fact]
    public async Task UploadingTheSameFileAgainReturnsTheCurrentSubmission()
    {
        await using var city = await City.OpenAsync(azurite, register: Register.Of2018);
        var first = await city.SubmitAsync("kankyo", Some.Sample("kankyo"));

        var second = await city.SubmitAsync("kankyo", Some.Sample("kankyo"));

        Assert.Equal(first.Submission.Id, Assert.IsType<UploadOutcome.Unchanged>(second).Submission.Id);
        Assert.Single(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "kankyo", default));
    }

    [Fact]
    public async Task GoingBackToAnOlderFileIsANewSubmission()
    {
        await using var city = await City.OpenAsync(azurite);
        var (older, newer) = (Some.Workbook("zaisei", "一"), Some.Workbook("zaisei", "一", "二"));
        await city.SubmitAsync("zaisei", older);
        await city.SubmitAsync("zaisei", newer);

        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", older));

        Assert.Equal(3, (await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default)).Count);
    }

    [Fact]
    public async Task ARejectedWorkbookLeavesTheCurrentSubmissionAndIsStoredWithItsProblems()
    {
        await using var city = await City.OpenAsync(azurite, register: Register.Of2018);
        var good = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));

        var rejected = Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Sample("kankyo")));

        Assert.Contains(rejected.Problems, p => p.Code == "other-department");
        Assert.Equal(good.Submission.Id.Value, (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))?.Submission);
        Assert.Equal(rejected.Problems, await city.Get<SubmissionStore>().ProblemsAsync(rejected.Submission.Id, default));
        Assert.Empty((await city.Get<RecordStore>().ReadAsync(rejected.Submission.Id.Value, default)).All);
    }

    [Fact]
    public async Task AnEmptyWorkbookIsRejectedIfTheCurrentReportHasRecords()
    {
        await using var city = await City.OpenAsync(azurite);
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei")));
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "取組"));

        var rejected = Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei")));

        Assert.Contains(rejected.Problems, p => p.Code == "empties-report");
    }

    [Fact]
    public async Task ARecordIdThatTheDepartmentNeverHadIsAWarning()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));

        var accepted = Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一", "二")));

        Assert.Contains(accepted.Problems, p => p.Code == "number-unknown");
    }

    [Fact]
    public async Task UnchangedRecordsKeepTheSubmissionTheyCameWith()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "変わらない", "変わる前"));

        var second = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "変わらない", "変わった後"));

        var records = await city.Get<RecordStore>().ReadAsync(second.Submission.Id.Value, default);
        Assert.Equal(
            [("変わらない", first.Submission.Id.Value), ("変わった後", second.Submission.Id.Value)],
            records.Initiatives.Select(i => (i.Text, i.Source.Submission)));
    }

    [Fact]
    public async Task OfTwoUploadsThatSawTheSameStateOneWinsAndTheOtherNamesTheWinner()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "前"));
        var (first, second) = (
            await ReceiveAsync(city, Some.Workbook("zaisei", "甲")), await ReceiveAsync(city, Some.Workbook("zaisei", "乙")));
        var (acceptance, year) = (city.Get<Acceptance>(), await city.ReportingYearAsync());

        Assert.IsType<UploadOutcome.Accepted>(await acceptance.ResumeAsync(first, year, default));
        var conflict = Assert.IsType<UploadOutcome.Conflict>(await acceptance.ResumeAsync(second, year, default));

        Assert.Equal(first.Id.Value, conflict.Submission.Winner);
        Assert.Equal(first.Id.Value, (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))?.Submission);
        Assert.Empty((await city.Get<RecordStore>().ReadAsync(second.Id.Value, default)).All);
    }

    [Fact]
    public async Task TwentyUploadsAtOnceLeaveOneCompleteCurrentSubmission()
    {
        await using var city = await City.OpenAsync(azurite);
        var workbooks = Enumerable.Range(1, 20).Select(n => Some.Workbook("zaisei", $"その{n}", "共通"));

        var outcomes = await Task.WhenAll(workbooks.Select(w => city.SubmitAsync("zaisei", w)));

        Assert.All(outcomes, o => Assert.True(o is UploadOutcome.Accepted or UploadOutcome.Conflict));
        var pointer = await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default);
        Assert.Contains(outcomes.OfType<UploadOutcome.Accepted>(), a => a.Submission.Id.Value == pointer?.Submission);
        Assert.Equal(2, (await city.Get<RecordStore>().ReadAsync(pointer!.Submission, default)).Initiatives.Count);
    }

    [Fact]
    public async Task ASubmissionWhosePointerMovedBeforeTheCrashIsAcceptedEvenWhenALaterOneFollowed()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await ReceiveAsync(city, Some.Workbook("zaisei", "甲"));
        await city.Get<Acceptance>().ResumeAsync(first, await city.ReportingYearAsync(), default);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "乙"));
        var store = city.Get<SubmissionStore>();
        var asIfCrashed = await store.WriteAsync((await store.FindAsync(first.Id, default))! with { State = SubmissionState.Ready });

        Assert.IsType<UploadOutcome.Accepted>(
            await city.Get<Acceptance>().ResumeAsync(asIfCrashed, await city.ReportingYearAsync(), default));
    }

    [Fact]
    public async Task ARecordKeepsItsIdInTheNextYear()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "続く", "終わる"));
        var next = FiscalYear.Of(2019);
        await city.Get<YearStore>().OpenAsync(next, Register.Of2018, default);
        var year = (await city.Get<YearStore>().FindAsync(next, default))!;

        var accepted = await city.Get<Acceptance>().AcceptAsync(
            new(year, Register.Of2018.Department("zaisei"), Some.UnnumberedWorkbook("zaisei", next, "新しい", "続く"), null, "a clerk"),
            default);

        var records = await city.Get<RecordStore>().ReadAsync(accepted.Submission.Id.Value, default);
        Assert.Equal([("新しい", "zaisei-0003"), ("続く", "zaisei-0001")], records.Initiatives.Select(i => (i.Text, i.Id)));
        Assert.All(records.Initiatives, i => Assert.Equal("2019-財政局.xlsx", i.Source.File));
    }

    // The records without what is added after reading: the ids, and the submission in their sources.
    private static DepartmentRecords AsRead(DepartmentRecords records) => records.Select(AsRead);

    private static Record AsRead(Record record)
    {
        var source = record.Source with { Submission = "", File = "", UploadedAt = default };
        return (record is Indicator i ? i with { Initiative = "" } : record) with { Id = "", Source = source };
    }

    /// <summary>
    /// Creates a submission whose process died after it had stored the workbook and the submission's row, and before it read the workbook.
    /// </summary>
    internal static async Task<Submission> ReceiveAsync(City city, byte[] workbook)
    {
        var pointer = await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default);
        var now = city.Get<TimeProvider>().GetUtcNow();
        var id = SubmissionId.New(City.Year, "zaisei", now);
        await city.Get<SubmissionStore>().SaveOriginalAsync(id, workbook, default);
        return await city.Get<SubmissionStore>().AddAsync(
            new(id, SubmissionState.Received, null, "", workbook.Length, now, "a clerk", pointer?.Submission, pointer?.Version), default);
    }
}
