using Azure;
using Azure.Data.Tables;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Years;

[Collection(SharedAzurite.Name)]
public sealed class YearLifecycleTests(SharedAzurite azurite)
{
    private static readonly Deadline July31 = new(new DateOnly(2018, 7, 31));

    [Fact]
    public async Task AClosedYearRefusesSubmissionsAndStoresNothing()
    {
        await using var city = await City.OpenAsync(azurite);
        Assert.IsType<YearOutcome.Changed>(await city.Get<YearLifecycle>().CloseAsync(await city.ReportingYearAsync(), "推進 花子", default));

        var upload = Assert.IsType<UploadOutcome.YearClosed>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一")));
        var nothing = await city.Get<NothingToReport>()
            .DeclareAsync(
                new(await city.ReportingYearAsync(), Register.Of2018.Department("zaisei"), new(Id: null)),
                new("財政 太郎", ReviewSide.Department), default);

        Assert.Equal("推進 花子", upload.Closing.Who);
        Assert.IsType<UploadOutcome.YearClosed>(nothing);
        Assert.Empty(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default));
    }

    [Fact]
    public async Task AReopenedYearTakesSubmissionsAgain()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.Get<YearLifecycle>().CloseAsync(await city.ReportingYearAsync(), "推進 花子", default);

        await city.Get<YearLifecycle>().ReopenAsync(await city.ReportingYearAsync(), "推進 花子", default);

        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一")));
    }

    [Fact]
    public async Task ChangingAnOutdatedYearIsAConflictThatNamesWhoChangedIt()
    {
        await using var city = await City.OpenAsync(azurite);
        var seen = await city.ReportingYearAsync();
        await city.Get<YearLifecycle>().SetDeadlineAsync(seen, July31, "一人目", default);

        var outcome = await city.Get<YearLifecycle>().CloseAsync(seen, "二人目", default);

        Assert.Equal("一人目", Assert.IsType<YearOutcome.Overtaken>(outcome).Now.Last?.Who);
        Assert.Equal((July31, false), ((await city.ReportingYearAsync()).Deadline, (await city.ReportingYearAsync()).IsClosed));
    }

    [Fact]
    public async Task AReleaseOfTheYearIsNoConflictWithItsSettings()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.Get<YearLifecycle>().SetDeadlineAsync(await city.ReportingYearAsync(), July31, "一人目", default);
        var seen = await city.ReportingYearAsync();
        await city.ReleaseAsync();

        Assert.IsType<YearOutcome.Changed>(await city.Get<YearLifecycle>().CloseAsync(seen, "二人目", default));

        Assert.Equal((true, true), ((await city.ReportingYearAsync()).IsReleased, (await city.ReportingYearAsync()).IsClosed));
    }

    [Fact]
    public async Task AReleaseBetweenReadingAndWritingTheSettingsIsNoConflictEither()
    {
        var network = new FaultyNetwork();
        await using var city = await City.OpenAsync(azurite, network: network);
        var table = new TableClient(city.Connection, city.Storage.Years.Client.Name);
        var seen = await city.ReportingYearAsync();
        var isReleased = false;
        // The audit entry is written between the two.
        network.IsCut = request =>
        {
            var isAudit = request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains("Audit", StringComparison.Ordinal);
            if (isAudit && !isReleased)
                table.UpdateEntity(new TableEntity("years", "2018") { ["State"] = "released" }, ETag.All);
            isReleased |= isAudit;
            return false;
        };

        var outcome = await city.Get<YearLifecycle>().SetDeadlineAsync(seen, July31, "推進 花子", default);

        Assert.IsType<YearOutcome.Changed>(outcome);
        Assert.Equal((July31, true), ((await city.ReportingYearAsync()).Deadline, (await city.ReportingYearAsync()).IsReleased));
        Assert.Single(await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task SettingAndRemovingADeadlineAreBothInTheAuditLog()
    {
        await using var city = await City.OpenAsync(azurite);
        var lifecycle = city.Get<YearLifecycle>();

        await lifecycle.SetDeadlineAsync(await city.ReportingYearAsync(), July31, "推進 花子", default);
        Assert.IsType<YearOutcome.Unchanged>(await lifecycle.SetDeadlineAsync(await city.ReportingYearAsync(), July31, "推進 花子", default));
        await lifecycle.SetDeadlineAsync(await city.ReportingYearAsync(), null, "推進 花子", default);

        Assert.Null((await city.ReportingYearAsync()).Deadline);
        Assert.Equal(["deadline set", "deadline set"], (await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync())
            .Select(e => e.GetString("What")));
    }

    [Fact]
    public async Task TheNextYearIsOpenedWithTheRegisterOfTheLast()
    {
        await using var city = await City.OpenAsync(azurite);

        var outcomes = await Task.WhenAll(
            city.Get<NextYear>().OpenAsync(FiscalYear.Of(2019), "一人目", default),
            city.Get<NextYear>().OpenAsync(FiscalYear.Of(2019), "二人目", default));

        var next = await city.Get<YearStore>().FindAsync(FiscalYear.Of(2019), default);
        Assert.Equal((Some.SmallRegister.Version, false, false), (next?.Register.Version, next?.IsReleased, next?.IsClosed));
        Assert.Contains(outcomes, o => o is NextYearOutcome.Opened);
    }

    [Fact]
    public async Task ReleasingAYearKeepsItsDeadline()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.Get<YearLifecycle>().SetDeadlineAsync(await city.ReportingYearAsync(), July31, "推進 花子", default);

        await city.ReleaseAsync();

        Assert.Equal((July31, true), ((await city.ReportingYearAsync()).Deadline, (await city.ReportingYearAsync()).IsReleased));
    }
}
