using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Reviews;

[Collection(SharedAzurite.Name)]
public sealed class BoardTests(SharedAzurite azurite)
{
    [Fact]
    public async Task TheBoardIsReadWithOneQueryHoweverMuchWasSubmitted()
    {
        var network = new FaultyNetwork();
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.SendBackAsync(await city.SubmittedAsync("一"));
        await city.SubmittedAsync("一", "二");
        await city.SubmitAsync("kenkofukushi", Some.Workbook("kenkofukushi", "一"));
        var year = await city.ReportingYearAsync();
        var calls = new Calls(network);

        var board = await city.Get<Boards>().OfAsync(year, default);

        Assert.Equal(["GET Current()"], calls.Seen);
        Assert.Equal(
            [("zaisei", ReportState.Submitted), ("kenkofukushi", ReportState.Submitted), ("takatsu", ReportState.NotSubmitted)],
            board.Lines.Select(l => (l.Department, l.State)));
        Assert.StartsWith("高津区役所　御担当者様", city.Get<Boards>().ReminderOf(board, year.Register)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReleaseChecklistNamesMissingLicenceReportsApprovalsAndContacts()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmittedAsync("一");
        var checks = city.Get<ReleaseChecks>();
        await using var unlicensed = City.WithoutLicense(city);

        Assert.Equal(
            ["not-submitted", "not-approved", "without-contact"], (await checks.CheckAsync(City.Year, default)).Select(i => i.Code));
        checks = unlicensed.Get<ReleaseChecks>();
        Assert.Equal(["no-licence", "not-submitted", "not-approved", "without-contact"], (await checks.RunAsync(City.Year, default))
            .Select(i => i.Code));
        Assert.Equal(["no-licence", "not-submitted", "not-approved", "without-contact"], (await checks.CheckAsync(City.Year, default))
            .Select(i => i.Code));
        Assert.Contains(await checks.CheckAsync(FiscalYear.Of(2030), default), i => i.Code == "year-not-open");
    }

    [Fact]
    public async Task AnErrorThatTheGatesFindBlocksTheRelease()
    {
        await using var city = await City.OpenAsync(azurite);
        var (store, reported) = (city.Get<SubmissionStore>(), await city.SubmittedAsync("一"));
        Assert.True(SubmissionId.TryParse(reported.Submission, out var id));
        var row = (await store.FindAsync(id, default))!;
        await store.WriteAsync(row with { Counts = row.Counts! + row.Counts! });

        var items = await city.Get<ReleaseChecks>().RunAsync(City.Year, default);

        Assert.Equal((ReleaseChecklist.GateErrorCode, ChecklistSeverity.Blocks), (items[0].Code, items[0].Severity));
        Assert.False(items.MayBeReleased());
    }

    [Fact]
    public async Task TheReleaseChecklistLeavesOutADepartmentThatIsNotInTheRegister()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmittedAsync("一");
        await city.ReportFromUnknownDepartmentAsync();
        var checks = city.Get<ReleaseChecks>();

        Assert.Equal(
            ["not-submitted", "not-approved", "without-contact"], (await checks.RunAsync(City.Year, default)).Select(i => i.Code));
        Assert.Equal(
            ["not-submitted", "not-approved", "without-contact"], (await checks.CheckAsync(City.Year, default)).Select(i => i.Code));
    }
}
