using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Purging;
using KawasakiServerless.Application.Tests.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Submissions;

/// <summary>A number in a 管理番号 (record id) is assigned only once, whatever the department submitted before and for which year.</summary>
[Collection(SharedAzurite.Name)]
public sealed class RecordNumberTests(SharedAzurite azurite)
{
    private static readonly FiscalYear AfterNext = FiscalYear.Of(2020);

    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task ACorrectionOfAnEarlierYearDoesNotAssignANumberOfALaterYear()
    {
        await using var city = await City.OpenAsync(azurite);
        await SubmitAsync(city, City.Year, "一つ目");
        await OpenAsync(city, RegisteredCity.NextYear);
        await SubmitAsync(city, RegisteredCity.NextYear, "一つ目", "体操教室を始めた。");

        var corrected = await SubmitAsync(city, City.Year, "一つ目", "税の相談会を開いた。");

        Assert.Equal(["zaisei-0001 一つ目", "zaisei-0003 税の相談会を開いた。"], corrected);
    }

    [Fact]
    public async Task AYearWithoutAReportDoesNotRestartTheNumbers()
    {
        await using var city = await City.OpenAsync(azurite);
        await SubmitAsync(city, City.Year, "一つ目", "二つ目");
        await OpenAsync(city, RegisteredCity.NextYear);
        await OpenAsync(city, AfterNext);

        Assert.Equal(["zaisei-0003 別の取組"], await SubmitAsync(city, AfterNext, "別の取組"));
    }

    [Fact]
    public async Task APurgeOfTheOnlySubmissionDoesNotRestartTheNumbers()
    {
        await using var city = await City.OpenAsync(azurite);
        await SubmitAsync(city, City.Year, "一つ目", "二つ目");
        var purged = await city.CurrentAsync();
        Assert.Equal(PurgeState.Done, (await city.PurgeAsync(purged!.Submission)).State);

        Assert.Equal(["zaisei-0003 別の取組"], await SubmitAsync(city, City.Year, "別の取組"));
    }

    [Fact]
    public async Task TheNumberOfARemovedOrPurgedIndicatorIsOnlyAssignedToItAgain()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, 1, 2));
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "数値のある取組"));
        await city.SubmitAsync("zaisei", Some.WorkbookInUnit("zaisei", "か所"));
        Assert.Equal(["zaisei-0001-2 拠点数"], await IndicatorsAsync(city));
        Assert.Equal(PurgeState.Done, (await city.PurgeAsync("zaisei-0001-2")).State);

        await city.SubmitAsync("zaisei", Some.WorkbookInUnit("zaisei", "か所"));

        Assert.Equal(["zaisei-0001-2 拠点数"], await IndicatorsAsync(city));

        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, 3, 4));

        Assert.Equal(["zaisei-0001-1 開催数"], await IndicatorsAsync(city));
    }

    [Fact]
    public async Task SubmissionsForTwoYearsAtTheSameTimeDoNotAssignTheSameNumber()
    {
        await using var city = await City.OpenAsync(azurite);
        await OpenAsync(city, RegisteredCity.NextYear);
        List<string> all = [];
        for (var round = 1; round <= 4; round++)
        {
            var both = await Task.WhenAll(
                SubmitAsync(city, City.Year, $"前の年の取組{round}"), SubmitAsync(city, RegisteredCity.NextYear, $"次の年の取組{round}"));
            all.AddRange(both.SelectMany(b => b));
        }

        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"zaisei-{n:D4}"), all.Select(i => i.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task AnIndicatorOfAnotherYearKeepsItsNumberAndANewOneDoesNotGetIt()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "数値のある取組"));
        await OpenAsync(city, RegisteredCity.NextYear);
        await city.SubmitAsync(
            "zaisei", Some.WorkbookWithFigures("zaisei", RegisteredCity.NextYear, 1, 2, 3), RegisteredCity.NextYear);

        await city.SubmitAsync("zaisei", Some.WorkbookInUnit("zaisei", "か所"));

        Assert.Equal(["zaisei-0001-2 拠点数"], await IndicatorsAsync(city));

        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, 1, 2));

        Assert.Equal(["zaisei-0001-1 開催数"], await IndicatorsAsync(city));
    }

    [Fact]
    public async Task AnAttemptThatIsRepeatedAfterACrashAssignsTheSameNumbers()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var isCut = true;
        network.IsCut = request => isCut && PublishedCity.Named(request).Contains("problems.json", StringComparison.Ordinal);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => SubmitAsync(city, City.Year, "一つ目")));
        isCut = false;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(["zaisei-0001 一つ目", "zaisei-0002 二つ目"], await SubmitAsync(city, City.Year, "一つ目", "二つ目"));
    }

    [Fact]
    public async Task NumbersThatAnEarlierVersionOfTheAppAssignedAreNotAssignedAgain()
    {
        await using var city = await City.OpenAsync(azurite);
        await SubmitAsync(city, City.Year, "一つ目", "二つ目");
        await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, 1, 2));
        var accepted = (await city.CurrentAsync())!;
        var submission = (await city.Get<SubmissionStore>().FindAsync(IdOf(accepted), default))!;
        await city.Get<SubmissionStore>().UpdateAsync(submission with { Numbers = new(2, []) }, default);
        await city.Storage.Current.Client.DeleteEntityAsync("numbers", "zaisei");
        Assert.Equal(PurgeState.Done, (await city.PurgeAsync(accepted.Submission)).State);
        await city.SubmitAsync("zaisei", Some.WorkbookInUnit("zaisei", "か所"));

        Assert.Equal(["zaisei-0001-2 拠点数"], await IndicatorsAsync(city));
        Assert.Equal(["zaisei-0003 三つ目"], await SubmitAsync(city, City.Year, "三つ目"));
    }

    private static SubmissionId IdOf(CurrentPointer pointer) =>
        SubmissionId.TryParse(pointer.Submission, out var id) ? id : throw new FormatException(pointer.Submission);

    private static async Task<IEnumerable<string>> IndicatorsAsync(City city) =>
        (await city.Get<RecordStore>().ReadAsync((await city.CurrentAsync())!.Submission, default)).Indicators.Select(i => $"{i.Id} {i.Name}");

    private static async Task OpenAsync(City city, FiscalYear year) =>
        Assert.IsType<NextYearOutcome.Opened>(await city.Get<NextYear>().OpenAsync(year, "the coordinator", default));

    private static async Task<IEnumerable<string>> SubmitAsync(City city, FiscalYear year, params string[] initiatives)
    {
        await city.SubmitAsync("zaisei", Some.UnnumberedWorkbook("zaisei", year, initiatives), year);
        var pointer = await city.Get<CurrentStore>().FindAsync(year, "zaisei", default);
        return (await city.Get<RecordStore>().ReadAsync(pointer!.Submission, default)).Initiatives.Select(i => $"{i.Id} {i.Text}");
    }
}
