using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;

namespace KawasakiServerless.Storage.Tests.Records;

[Collection(OneAzurite.Name)]
public sealed class RecordStoreTests(SharedAzurite azurite)
{
    private static readonly Source Source = new(
        "kankyo", "2018-kankyo-20180801T000000000-abcdef", "2018-環境局.xlsx", "視点別取組", "A2:E2",
        new DateTimeOffset(2018, 8, 1, 0, 0, 0, TimeSpan.FromHours(9)));

    [Fact]
    public async Task EveryKindOfRecordComesBackAsItWas()
    {
        var store = await NewStoreAsync();
        var records = DepartmentRecords.Of(
        [
            new Initiative("kankyo-0001", Source, 1, "elderly", ["環境局生活環境部", "健康福祉局"], "取組の文\n二行目"),
            new Indicator("kankyo-0001-1", Source, "kankyo-0001", "件数", "川崎病院", null, true, Figures, ["注一", "注二"]),
            new Direction("kankyo-0002", Source, 1, "elderly", [], "方向性"),
            new Collaboration("kankyo-0003", Source, "健康福祉局、区役所等", "事業", "=概要", "'方向"),
            new WardActivity("kankyo-0004", Source, null, null, null, null, "全区"),
            new WardActivity("kankyo-0005", Source, "takatsu", FiscalYear.Of(2017), "意識づくり", "見出し", "取組"),
            new Statistic("kankyo-0006", Source, "相談", "区分", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80252,
                [new("母子", 70.6m, "注"), new("他", 0.1m, null)]),
            new Passage("kankyo-0007", Source, "資料1-1", ["一", "二\n行"], PassageKind.Note, "※注"),
            .. SectionPageNames.AllOf(Register.Of2018).Select((p, i) => new PlainSummary(Id(i + 8), Source, p.Page, "やさしい文\n二行目")),
        ]);

        await store.WriteAsync("a", records, default);

        Assert.Equal(records, await store.ReadAsync("a", default));
    }

    [Fact]
    public async Task TheCellOfEachNumberIsStoredWithItsRecord()
    {
        var store = await NewStoreAsync();
        var records = DepartmentRecords.Of(
        [
            new Indicator("kankyo-0001-1", Source with { Values = [new("2016", 10, 2), new("2017", 11, 2)] }, "kankyo-0001", "件数", null,
                null, false, Figures, []),
            new Statistic(
                "kankyo-0006",
                Source with { Values = [new("total", 5, 2), new("share-0", 7, 2)] },
                "相談", "区分", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80252, [new("母子", 70.6m, "注")]),
        ]);

        await store.WriteAsync("a", records, default);

        Assert.Equal(records, await store.ReadAsync("a", default));
    }

    [Fact]
    public void ARowWithoutCellsOfNumbersFallsBackToTheRangeOfItsRecord()
    {
        var record = new Indicator(
            "kankyo-0001-1", Source with { Values = [new("2017", 11, 2)] }, "kankyo-0001", "件数", null, null, false, Figures, []);
        var row = RecordEntity.Of(record, "a", "indicator-000001");
        Assert.True(row.Remove("SourceValues"));

        Assert.Equal("A2:E2", RecordEntity.ToRecord(row).Source.CellOf(FiscalYear.Of(2017)));
        Assert.True(RecordEntity.ToRecord(row).HasSameContentAs(record));
    }

    [Fact]
    public async Task TheOrderOfThousandsOfRecordsIsKeptOverManyTransactions()
    {
        var store = await NewStoreAsync();
        var records = DepartmentRecords.Empty with
        {
            Directions = [.. Enumerable.Range(1, 1_234).Select(n => new Direction(Id(n), Source, 1, "elderly", [], $"方向性{n}"))],
        };

        await store.WriteAsync("a", records, default);
        await store.WriteAsync("a", records, default);

        Assert.Equal(records, await store.ReadAsync("a", default));
    }

    [Fact]
    public async Task WritingFewerRecordsAgainRemovesTheRestOfAnEarlierAttempt()
    {
        var store = await NewStoreAsync();
        var fewer = DepartmentRecords.Empty with
        {
            Directions =
            [.. Enumerable.Range(1, 3).Select(n => new Direction(Id(n), Source, 1, "elderly", [], "方向性"))]
        };
        await store.WriteAsync(
            "a", fewer with { Directions = [.. Enumerable.Range(1, 230).Select(n => fewer.Directions[0] with { Id = Id(n) })] }, default);

        await store.WriteAgainAsync("a", fewer, default);

        Assert.Equal(fewer, await store.ReadAsync("a", default));
    }

    [Fact]
    public async Task RemovingRecordsSeveralTimesAtOnceRemovesAllOfThem()
    {
        var store = await NewStoreAsync();
        await store.WriteAsync("a", DepartmentRecords.Empty with
        {
            Directions =
            [.. Enumerable.Range(1, 230).Select(n => new Direction(Id(n), Source, 1, "elderly", [], "方向性"))]
        }, default);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.RemoveAsync("a", default)));

        Assert.Empty((await store.ReadAsync("a", default)).All);
    }

    [Fact]
    public async Task LongTextsAreSplitIntoTransactionsTheServiceTakes()
    {
        var store = await NewStoreAsync();
        var text = new string('川', 10_000);
        var records = DepartmentRecords.Empty with
        {
            Collaborations = [.. Enumerable.Range(1, 120).Select(n => new Collaboration(Id(n), Source, text, text, text, text))],
        };

        await store.WriteAsync("a", records, default);

        Assert.Equal(120, (await store.ReadAsync("a", default)).Collaborations.Count);
    }

    [Fact]
    public async Task ABreakdownLongerThanATextColumnIsKeptWhole()
    {
        var store = await NewStoreAsync();
        var shares = Enumerable.Range(1, 40).Select(n => new Share($"{n}" + new string('項', 3_000), 1, null)).ToEquatableList();
        var records = DepartmentRecords.Of(
            [new Statistic("kankyo-0001", Source, "相談", "区分", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 1, shares)]);

        await store.WriteAsync("a", records, default);

        Assert.Equal(records, await store.ReadAsync("a", default));
    }

    [Fact]
    public async Task RemovedRecordsAreGoneAndOthersStay()
    {
        var store = await NewStoreAsync();
        var records = DepartmentRecords.Empty with { Directions = [new(Id(1), Source, 1, "elderly", [], "方向性")] };
        await store.WriteAsync("a", records, default);
        await store.WriteAsync("b", records, default);

        await store.RemoveAsync("a", default);

        Assert.Empty((await store.ReadAsync("a", default)).All);
        Assert.Single((await store.ReadAsync("b", default)).All);
    }

    [Fact]
    public void AnyTextAndAnyFigureReadsBackFromItsRow() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<PositiveInt>(), (
            text, value, scale) =>
        {
            var figure = Figure.Reported(
                FiscalYear.Of(2016), value / (decimal)(scale.Get % 1000 + 1) is var number ? decimal.Round(number, 4) : 0);
            var record = new Indicator("kankyo-0001-1", Source, "kankyo-0001", text.Get, text.Get, text.Get, false,
                [figure, Figure.InWords(FiscalYear.Of(2017), text.Get)], [text.Get]);

            Assert.Equal(record, RecordEntity.ToRecord(RecordEntity.Of(record, "a", "indicator-000001")));
        }).QuickCheckThrowOnFailure();

    private static EquatableList<Figure> Figures =>
    [
        Figure.NotApplicable(FiscalYear.Of(2015)), Figure.Reported(FiscalYear.Of(2016), 0), Figure.NotReported(FiscalYear.Of(2017)),
        Figure.InWords(FiscalYear.Of(2018), "NotReported"),
    ];

    private async Task<RecordStore> NewStoreAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return new(storage);
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"kankyo-{number:D4}");
}
