using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Tests.Content;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests.Topics;

public class TopicTests
{
    private const string Head = "---\ntitle: 外出\norder: 1\nlead: 外に出たい。\ndescription: 説明\n";

    private static readonly Source Source = Some.Source;

    private static readonly Report Report = Some.ReportOf(
        Some.Initiative("ウォーキングの会"),
        Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)),
        Some.Initiative("図書の貸出し") with { Id = "kenkofukushi-0002" },
        new Collaboration("kenkofukushi-0003", Source, "区役所", "散歩道", "ｳｫｰｷﾝｸﾞの道をつくる。", "続ける。"),
        new WardActivity("kenkofukushi-0004", Source, "takatsu", null, null, null, "歩く会を開いた。"));

    [Theory]
    [InlineData("words: [ウォーキング]\n", "kenkofukushi-0001 kenkofukushi-0001-1 kenkofukushi-0003")]
    [InlineData("words: [ウォーキング, 歩く]\nleave-out: [kenkofukushi-0003]\n", "kenkofukushi-0001 kenkofukushi-0001-1 kenkofukushi-0004")]
    [InlineData("words: [配布部数]\n", "kenkofukushi-0001 kenkofukushi-0001-1")]
    [InlineData("words: [配布部数]\nleave-out: [kenkofukushi-0001]\n", "kenkofukushi-0001-1")]
    [InlineData("add: [kenkofukushi-0002]\n", "kenkofukushi-0002")]
    [InlineData("words: [スキー]\n", "")]
    public void RecordsBelongToATopicByItsWordsOrByTheirIds(string fields, string expected)
    {
        var view = ViewOf($"{Head}{fields}---\n");
        var records = view.Topics.Of(view.Topics.All.Single(t => t.Slug == "walks"));
        Assert.Equal(expected, string.Join(' ', new[] { records.Places.Select(p => p.Initiative.Id), records.Indicators.Select(i => i.Id),
            records.Collaborations.Select(c => c.Collaboration.Id), records.Activities.Select(a => a.Id) }.SelectMany(ids => ids)));
    }

    [Theory]
    [InlineData(Head + "---\n", "input/topics/walks.md:2: A topic needs \"words\" or \"add\": without them no record can belong to it.")]
    [InlineData(
        "---\ntitle: 外出\norder: 一番\nlead: 外に出たい。\ndescription: 説明\nwords: 歩く\n---\n",
        "input/topics/walks.md:3: \"order\" is 一番; it must be a whole number.")]
    [InlineData(
        Head + "words: [歩く]\nword: 走る\n---\n",
        "input/topics/walks.md:7: \"word\" is not known here. Known: add, description, found-by, lead, leave-out, order, title, words.")]
    public void AMistakeInATopicFileIsReported(string text, string expected)
    {
        using var folder = new ContentFolder();
        folder.Write("input/topics/walks.md", Encoding.UTF8.GetBytes(text));
        Assert.Equal([expected], folder.Problems());
    }

    // Topics may name records by their ids. A warning must tell the editor when the report no longer contains such a record.
    [Fact]
    public void ATopicThatNamesAMissingRecordGivesAWarning()
    {
        var view = ViewOf($"{Head}words: [ウォーキング]\nadd: [gone-0001]\n---\n");
        Assert.Contains("input/topics/walks.md: the report of 2018 has no record gone-0001.", Site.Topics.TopicWarnings.Of(view));
    }

    [Fact]
    public void ATopicThatAddsARecordOfAKindThatTopicsDoNotShowGivesAWarning()
    {
        var direction = new Direction("kenkofukushi-0009", Source, 1, "elderly", [], "歩く人を増やす。");
        var view = ViewOf($"{Head}words: [ウォーキング]\nadd: [kenkofukushi-0009, kenkofukushi-0002]\n---\n", [.. Report.Records.All, direction]);
        Assert.Equal(
            ["input/topics/walks.md: topics do not show the record kenkofukushi-0009 because it is a direction."],
            Site.Topics.TopicWarnings.Of(view).Where(w => w.Contains("walks", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryTopicOfTheCityHasBetweenOneAndEightyInitiatives()
    {
        var view = new SiteView(SiteInput.Of([Some.Report]), Some.Options).Newest;
        Assert.Equal([], Site.Topics.TopicWarnings.Of(view));
        Assert.All(view.Topics.All, t => Assert.InRange(view.Topics.Of(t).Places.Count, 1, 80));
    }

    // In a table of one initiative's indicators, only screen readers read the initiative's name. With several initiatives it must be
    // visible.
    [Fact]
    public async Task IndicatorsOfSeveralInitiativesAreNamedInFull()
    {
        var report = Some.ReportOf(
            Some.Initiative("認知症カフェ"),
            Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)),
            Some.Initiative("認知症サポーター養成") with { Id = "kenkofukushi-0002" },
            Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)) with
            {
                Id = "kenkofukushi-0002-1",
                Initiative = "kenkofukushi-0002"
            });
        var page = new[] { (await new SiteOnDemand(SiteInput.Of([report]),
            Some.Options).FindAsync("topics/dementia/index.html"))! }.Page("topics/dementia/index.html");
        Assert.Null(page.QuerySelector("table.of-one"));
        Assert.Equal(
            ["認知症カフェ：配布部数", "認知症サポーター養成：配布部数"], page.QuerySelectorAll("table.figures tbody th > a").Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public async Task ATopicNamesTheTelephoneOfEveryWardAndTheGeneralContactOnce()
    {
        var page = new[] { (await new SiteOnDemand(SiteInput.Of([Some.Report]),
            Some.Options).FindAsync("topics/dementia/index.html"))! }.Page("topics/dementia/index.html");
        var asked = page.QuerySelector("section[aria-labelledby=ask]")!;
        Assert.All(Register.Of2018.Wards, ward =>
        {
            var item = asked.QuerySelector($"a[href='/wards/{ward.Code}/']")!.ParentElement!;
            Assert.Equal(ward.Contact?.Telephone, item.QuerySelector("a[href^='tel:']")?.TextContent);
            Assert.Equal(ward.Contact is null, item.TextContent.Contains("分かりません", StringComparison.Ordinal));
        });
        var general = Register.Of2018.GeneralContacts![0].Contact.Telephone!;
        Assert.Single(asked.QuerySelectorAll("a[href^='tel:']"), a => a.TextContent == general);
    }

    [Fact]
    public async Task ATopicWithManyInitiativesShowsSixtyAndLinksToTheRest()
    {
        var report = Some.ReportOf(
            [.. Enumerable.Range(1, 62).Select(n => Some.Initiative("認知症カフェ") with { Id = $"kenkofukushi-{n:D4}" })]);
        var page = new[] { (await new SiteOnDemand(SiteInput.Of([report]),
            Some.Options).FindAsync("topics/dementia/index.html"))! }.Page("topics/dementia/index.html");
        Assert.Equal(60, page.QuerySelectorAll("#initiatives ~ details li").Length);
        Assert.Equal("/viewpoints/", page.QuerySelector("#initiatives ~ p a")!.GetAttribute("href"));
        Assert.Contains("ほか2件", page.QuerySelector("#initiatives ~ p")!.TextContent, StringComparison.Ordinal);
    }

    private static ReportView ViewOf(string topic) => ViewOf(topic, [.. Report.Records.All]);

    private static ReportView ViewOf(string topic, Record[] records)
    {
        using var folder = new ContentFolder();
        folder.Write("input/topics/walks.md", Encoding.UTF8.GetBytes(topic));
        return new SiteView(SiteInput.Of([Some.ReportOf(records)]), Some.Options with { Content = folder.Load() }).Newest;
    }
}
