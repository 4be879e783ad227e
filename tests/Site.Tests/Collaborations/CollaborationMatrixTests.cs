using System.Text.Json;
using AngleSharp.Dom;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Compares the matrix of leading departments and their partners with the collaborations of the printed report of 2018, as transcribed in
/// tests/Dataset.
/// </summary>
[Collection(SiteOf2018Shared.Name)]
public class CollaborationMatrixTests(SiteOf2018 site)
{
    private static readonly List<JsonElement> Paper =
        [.. JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Dataset", "collaborations.json"))).EnumerateArray(
            )];

    private IDocument Matrix => site.Pages["collaborations/matrix/index.html"];

    [Fact]
    public void TheSumsOfTheMatrixEqualTheNumberOfPartnersNamedInThePrintedReport()
    {
        var named = Paper.Sum(c => c.GetProperty("partners").GetArrayLength());
        Assert.Equal(named, Matrix.QuerySelectorAll("tbody td:not(.total, .every)").Sum(Number));
        Assert.Equal(named, Matrix.QuerySelectorAll("tbody td.total:not(:nth-child(2))").Sum(Number));
        Assert.Contains(named, Matrix.QuerySelectorAll("tfoot td.total").Select(Number));
    }

    [Fact]
    public void PartnersWrittenAsAllBureausAllWardsOrOthersHaveTheirOwnColumns()
    {
        Assert.Equal(["全局", "区役所", "等"], Matrix.QuerySelectorAll("thead .every").Select(th => th.TextContent.Words()));
        Assert.Equal(
            [CountOf("everyBureau"), CountOf("everyWard"), CountOf("andOthers")],
            Matrix.QuerySelectorAll("tfoot .every").Select(Number));
    }

    [Fact]
    public void EveryCellLinksToAsManyCollaborationsAsItsNumber() => Assert.All(Matrix.QuerySelectorAll("tbody td a"), cell =>
        Assert.Equal(Number(cell), Numbers(cell.GetAttribute("href")!).Count));

    [Fact]
    public void TheListsForNarrowScreensHaveTheSameLinksAndCountsAsTheTable()
    {
        var listed = Matrix.QuerySelectorAll(".by-lead .choices li")
            .ToDictionary(li => li.QuerySelector("a")!.GetAttribute("href")!, li => li.QuerySelector(".count")!.TextContent);
        Assert.Equal(
            Matrix.QuerySelectorAll("tbody td a, thead a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal),
            listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, l => Assert.Equal($"{Numbers(l.Key).Count}件", l.Value));
    }

    [Fact]
    public void EveryRowHasACellForEveryColumn() => Assert.All(Matrix.QuerySelectorAll("tr"), row =>
        Assert.Equal(Matrix.QuerySelectorAll("thead th").Length, row.Children.Length));

    [Fact]
    public void ThePagesOfTheParksBureauListItsCollaborationsAsLeadAndAsPartner()
    {
        Assert.Equal(
            NumbersInPaper(c => c.GetProperty("leadNormalized").GetString() == "建設緑政局"), Numbers("/collaborations/lead/kensetsuryokusei/"));
        Assert.Equal(NumbersInPaper(c => Partners(c).Contains("建設緑政局")), Numbers("/collaborations/partner/kensetsuryokusei/"));
        var led = site.Pages["collaborations/lead/kensetsuryokusei/index.html"];
        Assert.NotNull(led.QuerySelector("main a[href='/collaborations/partner/kensetsuryokusei/']"));
        Assert.NotNull(
            site.Pages["collaborations/partner/kensetsuryokusei/index.html"]
                .QuerySelector("main a[href='/collaborations/lead/kensetsuryokusei/']"));
    }

    [Fact]
    public void EveryCollaborationIsListedOnThePagesOfItsLeadAndItsPartners() => Assert.All(Paper, c =>
    {
        var lead = CodeOf(c.GetProperty("leadNormalized").GetString());
        var number = c.GetProperty("no").GetInt32();
        Assert.Contains(number, Numbers($"/collaborations/lead/{lead}/"));
        Assert.All(Partners(c).Select(CodeOf), partner =>
        {
            Assert.Contains(number, Numbers($"/collaborations/partner/{partner}/"));
            Assert.Contains(number, Numbers($"/collaborations/lead/{lead}/partner/{partner}/"));
        });
    });

    [Fact]
    public void RowsOfTheCollaborationListHaveAttributesForFilteringByLeadAndPartner()
    {
        var row = site.Pages["collaborations/index.html"].QuerySelectorAll("#collaborations tbody tr")[1];
        Assert.Equal(
            ("shiminbunka", "kenkofukushi every-ward and-others"), (row.GetAttribute("data-lead"), row.GetAttribute("data-partner")));
    }

    private List<int> Numbers(string address) =>
        [.. site.Pages[$"{address[1..]}index.html"].QuerySelectorAll("table.collaborations td.no").Select(Number)];

    private static IEnumerable<int> NumbersInPaper(Func<JsonElement, bool> where) =>
        Paper.Where(where).Select(c => c.GetProperty("no").GetInt32());

    private static IEnumerable<string> Partners(JsonElement collaboration) =>
        collaboration.GetProperty("partners").EnumerateArray().Select(p => p.GetString()!);

    private static int CountOf(string wildcard) => Paper.Count(c => c.GetProperty(wildcard).GetBoolean());

    private static string CodeOf(string? name) =>
        new DepartmentNames(Register.Of2018).TryFind(name, out var department) ? department.Code : throw new KeyNotFoundException(name);

    private static int Number(IElement element) =>
        int.Parse(element.TextContent.Words(), System.Globalization.CultureInfo.InvariantCulture);
}
