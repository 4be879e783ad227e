using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Each screen first says what the current state is and what to do next, and does not warn of consequences that will not occur.
/// </summary>
[Collection(OneWebApp.Name)]
public sealed class NextStepTests(WebApp app)
{
    private const string Kankyo = "/staff/2018/departments/kankyo/", Years = "/staff/years";

    [Fact]
    public async Task TheCheckOfAnUnreadableFileShowsNoDifferenceAndNoSubmitButton()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var check = await CheckAsync(clerk, Kankyo, "%PDF-1.4"u8.ToArray());

        Assert.Equal("報告として読み取れませんでした", check.Heading);
        Assert.Contains("別のファイルを選ぶ", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("今の報告とのちがい", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("この内容で提出する", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("marked.xlsx", check.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDifferenceOfAWorkbookWithErrorsExplainsApparentRemovals()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var broken = Assert.IsType<WorkbookEdited>(WorkbookEditing.Apply(
            Some.Workbook("kankyo", "一つ目の取組。"), [new CellEdit("視点別取組", "B2", CellValue.Of("視点9"))], CancellationToken.None)).Workbook
                .ToArray();
        var check = await CheckAsync(clerk, Kankyo, broken);

        Assert.Contains("ここでは削除に見えることがあります", check.Text, StringComparison.Ordinal);
        Assert.Contains("この画面で直す", check.Text, StringComparison.Ordinal);
        Assert.Contains("Excelで直す", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?done=deadline", "期限を保存しました：年度")]
    [InlineData("?done=unknown", "年度")]
    [InlineData("", "年度")]
    public async Task TheTitleOfAPageBeginsWithTheResultOfTheForm(string query, string title)
    {
        using var browser = new Browsing(app, "Coordinator");
        var page = await browser.OpenAsync(Years + query);

        Assert.Contains($"<title>{title} |", page.Html, StringComparison.Ordinal);
        Assert.Equal(title != "年度", page.Html.Contains("role=\"status\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheBoardKeepsItsFilterWhenSortedAndItsOrderWhenFiltered()
    {
        using var browser = new Browsing(app, "Coordinator");
        var board = await browser.OpenAsync("/staff/2018/board?state=NotSubmitted&sort=changed");

        Assert.Contains("href=\"/staff/2018/board?state=NotSubmitted\"", board.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/2018/board?state=Approved&amp;sort=changed\"", board.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheUploadPageTellsOnlyTheCoordinatorThatTheUploadIsOnBehalf()
    {
        using var coordinator = new Browsing(app, "Coordinator");
        using var clerk = new Browsing(app, "Department.kankyo");

        Assert.Contains("環境局に代わって取り込みます", (await coordinator.OpenAsync($"{Kankyo}upload")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("代わって", (await clerk.OpenAsync($"{Kankyo}upload")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorPageLinksToTheDepartmentOnlyIfItMayBeOpened()
    {
        using var clerk = new Browsing(app, "Department.kankyo");

        Assert.Contains($"href=\"{Kankyo}\"", (await clerk.OpenAsync($"{Kankyo}checks/gone")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/staff/2018/departments/", (await clerk.OpenAsync("/staff/2018/departments/zaisei/upload")).Html,
            StringComparison.Ordinal);
    }

    private static async Task<StaffAnswer> CheckAsync(Browsing clerk, string folder, byte[] file)
    {
        var sent = await clerk.UploadAsync(await clerk.OpenAsync($"{folder}upload"), $"{folder}upload", file);
        return await clerk.OpenAsync(sent.Location!);
    }
}
