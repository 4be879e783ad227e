using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

[Collection(SiteOf2018Shared.Name)]
public class WordIndexTests(SiteOf2018 site)
{
    private static readonly IReadOnlyList<WordRow> Rows = WordRow.AllOf(new SiteView(SiteInput.Of([Some.Report]), Some.Options).Newest);

    [Fact]
    public void RowsFollowTheAlphabet() => Assert.Equal("あかさたなはまやら", string.Concat(Rows.Select(r => r.Name)));

    [Fact]
    public void TheWordIndexLinksToEveryDepartmentAndWard() => Assert.All(Some.Report.Register.Departments, department =>
    {
        var links = site.Pages["search/words/index.html"].QuerySelectorAll("main dd a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains($"/departments/{department.Code}/", links);
        if (department.IsWard)
            Assert.Contains($"/wards/{department.Code}/", links);
    });

    [Fact]
    public void VoicedAndUnvoicedKanaAreSortedTogether()
    {
        var words = Rows.Single(r => r.Name == "か").Words.Select(w => w.Name).ToList();
        Assert.True(words.IndexOf("がん検診") < words.IndexOf("企業"), string.Join(' ', words));
    }

    [Fact]
    public void ThePageListsEveryWordOfTheIndex() => Assert.Equal(
        Rows.SelectMany(r => r.Words).Count(),
        site.Pages["search/words/index.html"].QuerySelectorAll("main dt").Length);

    [Fact]
    public void EveryWordOfTheIndexLinksToAtLeastOnePage() => Assert.All(
        Rows.SelectMany(r => r.Words), word => Assert.NotEmpty(word.Pages));

    // A register that was stored before readings were checked may contain such readings.
    [Theory]
    [InlineData("")]
    [InlineData("ー")]
    [InlineData("やくしょ")]
    public void ADepartmentWithoutAReadingIsNotInTheIndex(string kana)
    {
        var register = Register.Of2018 with
        {
            Departments = [.. Register.Of2018.Departments.Select(d => d.Code == "kawasaki" ? d with { Kana = kana } : d)],
        };
        var rows = WordRow.AllOf(new SiteView(
            SiteInput.Of([Report.Compose(FiscalYear.Of(2018), register, [])]), Some.Options).Newest);
        Assert.DoesNotContain(rows.SelectMany(r => r.Words), w => w.Name == "川崎区");
        Assert.Contains(rows.SelectMany(r => r.Words), w => w.Name == "幸区");
    }

    [Fact]
    public void ReadingsAreHiragana() => Assert.All(
        SiteContent.Shipped.Vocabulary.Terms,
        term => Assert.All(term.Reading, c => Assert.True(c is (>= 'ぁ' and <= 'ゖ') or 'ー', term.Reading)));
}
