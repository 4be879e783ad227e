namespace KawasakiServerless.Domain.Tests;

public sealed class SourcesTests
{
    private static readonly DateTimeOffset Later = Some.Time.AddMonths(3);

    public static TheoryData<string, Record, Record> EveryKindWithAChange => new()
    {
        { "initiative", Some.Initiative(), Some.Initiative() with { Divisions = ["病院局"] } },
        { "indicator", Some.Indicator(figures: Some.Figure(2017, 1)), Some.Indicator(figures: Some.Figure(2017, 2)) },
        { "direction", Some.Direction(), Some.Direction() with { Text = "啓発" } },
        { "collaboration", Some.Collaboration(), Some.Collaboration() with { PartnersText = "病院局" } },
        { "ward activity", Some.WardActivity(), Some.WardActivity() with { Year = Some.Year } },
        { "statistic", Some.Statistic(), Some.Statistic() with { Shares = [new("成人", 22.4m, "18～39歳")] } },
        { "passage", Some.Passage(), Some.Passage() with { Path = ["はじめに"] } },
        { "plain summary", Some.PlainSummary(), Some.PlainSummary(page: SectionPage.Wards) },
    };

    [Theory]
    [MemberData(nameof(EveryKindWithAChange))]
    public void TheSourceOfARecordIsNotPartOfItsContent(string kind, Record record, Record changed)
    {
        var elsewhere = record with { Source = Some.Source("zaisei", "2019-zaisei-1", "C9") };

        Assert.True(record.HasSameContentAs(elsewhere), kind);
        Assert.NotEqual(record, elsewhere);
        Assert.False(record.HasSameContentAs(changed), kind);
        Assert.False(record.HasSameContentAs(record with { Id = "row 99" }), kind);
    }

    [Fact]
    public void RecordsOfDifferentKindsNeverHaveTheSameContent() =>
        Assert.False(((Record)Some.Initiative("a", "同")).HasSameContentAs(Some.Direction("a", "同")));

    [Fact]
    public void EveryRecordIsStampedWithItsSubmission()
    {
        var stamped = Some.OneOfEachKind().Stamp("2018-kenkofukushi-2", "2018-健康福祉局.xlsx", Later);

        Assert.Equal(8, stamped.All.Count());
        Assert.All(
            stamped.All,
            r =>
                Assert.Equal(
                    Some.Source() with { Submission = "2018-kenkofukushi-2", File = "2018-健康福祉局.xlsx", UploadedAt = Later }, r.Source));
    }

    [Fact]
    public void AnUnchangedRecordKeepsItsOldSourceWhole()
    {
        var current = Some.OneOfEachKind().Stamp("first", "2018-健康福祉局.xlsx", Some.Time);
        var moved = Some.OneOfEachKind().Select(r => r with { Source = r.Source with { Sheet = "別のシート", Cell = "Z99" } });

        Assert.Equal(current, moved.Stamp("second", "2019-健康福祉局.xlsx", Later).CarryForward(current));
    }

    [Fact]
    public void AChangedFigureRenewsTheSourceOfItsIndicatorOnly()
    {
        var before = Some.Records(
            Some.Initiative(), Some.Indicator("a", figures: Some.Figure(2017, 1)), Some.Indicator("b", figures: Some.Figure(2017, 1)));
        var after = Some.Records(
            Some.Initiative(), Some.Indicator("a", figures: Some.Figure(2017, 1)), Some.Indicator("b", figures: Some.Figure(2017, 2)));

        var carried = after.Stamp("second", "f", Later).CarryForward(before.Stamp("first", "f", Some.Time));

        Assert.Equal(["first", "first", "second"], carried.All.Select(r => r.Source.Submission));
        Assert.Equal(2, carried.Indicators[1].Figures[0].Value);
    }

    [Fact]
    public void NewRecordsKeepTheirSourceAndRemovedRecordsAreNotCarriedForward()
    {
        var before = Some.Records(Some.Direction("a")).Stamp("first", "f", Some.Time);
        var after = Some.Records(Some.Direction("b")).Stamp("second", "f", Later);

        Assert.Equal(after, after.CarryForward(before));
    }

    [Fact]
    public void TheCanonicalFileNameHasTheYearAndTheOfficialName() =>
        Assert.Equal("2018-健康福祉局.xlsx", Source.CanonicalFile(Some.Year, Some.DepartmentOf("kenkofukushi")));

    [Fact]
    public void RecordsAreCountedByKind() => Assert.Equal(new([1, 1, 1, 1, 1, 1, 1]), Some.OneOfEachKind().Counts);
}
