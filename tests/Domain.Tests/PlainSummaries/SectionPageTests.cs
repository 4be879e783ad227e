namespace KawasakiServerless.Domain.Tests;

public sealed class SectionPageTests
{
    private static readonly List<SectionPageNames> All = [.. SectionPageNames.AllOf(Some.Register)];

    [Fact]
    public void EveryPageIsFoundAgainByItsKey() => Assert.All(All, p => Assert.Equal(p.Page, SectionPage.OfKey(p.Page.Key)));

    [Theory]
    [InlineData("")]
    [InlineData("home/1")]
    [InlineData("glossary")]
    [InlineData("viewpoints/")]
    [InlineData("viewpoints/-1")]
    [InlineData("viewpoints/1/elderly/2")]
    [InlineData("ホーム")]
    public void AnInvalidKeyGivesNoPage(string key) => Assert.Null(SectionPage.OfKey(key));

    [Fact]
    public void AKeyMayContainADocumentNameWithASlash() => Assert.Equal("資料1/付録", SectionPage.OfKey("report/資料1/付録")?.Document);

    [Fact]
    public void NoTwoPagesShareAName()
    {
        var names = All.SelectMany(p => p.Names, (p, name) => (p.Page, Name: name.Fold())).Distinct().ToList();
        Assert.Equal(names.Count, names.DistinctBy(n => n.Name).Count());
    }

    [Fact]
    public void EveryViewpointPolicyAreaWardAndDocumentOfTheRegisterHasAPage()
    {
        var places = Some.Register.Viewpoints.Sum(v => Some.Register.PolicyAreasOf(v).Count());
        Assert.Equal(8 + Some.Register.Viewpoints.Count + places + Some.Register.Wards.Count()
            + Some.Register.Documents.Count, All.Select(p => p.Page).Distinct().Count());
    }

    [Theory]
    [InlineData("home", "トップページ")]
    [InlineData("viewpoints/1", "視点1 意識の醸成と参加・活動の促進")]
    [InlineData("viewpoints/1/elderly", "視点1＞高齢者施策")]
    [InlineData("wards/kawasaki", "川崎区")]
    [InlineData("report/資料1-1", "資料1-1")]
    [InlineData("wards/abolished", "wards/abolished")]
    public void APageHasTheNameThatTheRegisterGives(string key, string name) =>
        Assert.Equal(name, SectionPageNames.NameOf(SectionPage.OfKey(key)!, Some.Register));

    [Fact]
    public void ThePageOfAllViewpointsIsNamedWithTheirNumber()
    {
        var three = Some.Register with { Viewpoints = [.. Some.Register.Viewpoints.Take(3)] };
        Assert.Equal("3つの視点", SectionPageNames.NameOf(SectionPage.Viewpoints, three));
    }

    [Fact]
    public void APageForWhichNothingWasReportedDoesNotExist()
    {
        var report = Report.Compose(Some.Year, Some.Register,
            [Some.Submission("kenkofukushi", Some.Initiative(), Some.Direction(area: "medical"), Some.Passage())]);

        Assert.Equal(
            ["viewpoints/1/elderly", "viewpoints/1/medical", "report/資料1-1"],
            All.Select(p => p.Page).Where(p => (p.PolicyArea ?? p.Document) is not null && report.Has(p)).Select(p => p.Key));
        Assert.All(All.Select(p => p.Page).Where(p => (p.PolicyArea ?? p.Document) is null), p => Assert.True(report.Has(p)));
        Assert.False(report.Has(SectionPage.Of(9)));
        Assert.False(report.Has(SectionPage.OfWard("zaisei")));
    }
}
