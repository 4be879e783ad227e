using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Repairing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>The steps that a clerk of 病院局 takes in a year. Most steps end by checking what the clerk then sees.</summary>
internal sealed class DepartmentsYear(Portal portal)
{
    private const string Home = "/staff/2019/departments/byoin/";

    public async Task SignInAsync()
    {
        await portal.Person.SignInAsync(SmallCity.Hospitals);
        await portal.Person.ReadsAsync(SmallCity.Hospitals);
        await portal.SeesStateAsync(ReportState.NotSubmitted);
        await portal.SeesAsync("7月31日");
    }

    public async Task TakeTheWorkbookAsync()
    {
        await portal.GoAsync("/workbook");
        var (name, template) = await portal.TakeAsync("/workbook/file");
        Assert.Equal(FilledWorkbook.Name, name);
        FilledWorkbook.Keep(template);
        FilledWorkbook.WasMadeFrom(template);
    }

    public async Task UploadWithErrorsAsync()
    {
        await CheckAsync(FilledWorkbook.Bytes);
        await MustMendAsync(3);
        await Assertions.Expect(portal.Page.Locator("form[action$='/submit']")).ToHaveCountAsync(0);
    }

    public async Task ReadWhatWasFoundAsync()
    {
        var check = new Uri(portal.Page.Url).AbsolutePath;
        foreach (var found in new[] { "700人", "視点9", "1024" })
            await portal.SeesAsync(found);
        await portal.GoAsync("/findings");
        await Assertions.Expect(portal.Row("700人")).ToContainTextAsync("例：700");
        await portal.GoAsync(check);
        Assert.Contains("指摘", (await portal.TakeAsync("/marked.xlsx")).Name, StringComparison.Ordinal);
    }

    public async Task FixTwoCellsHereAsync()
    {
        await portal.GoAsync("/fix");
        await portal.Page.Locator($"[name='{FieldOf("B12")}']").SelectOptionAsync("3 多様な主体の活躍");
        await portal.SendAsync("/fix", (FieldOf("K4"), "700"));
        await MustMendAsync(1);
        await portal.SeesAsync("2か所を直した");
    }

    public async Task MendTheRestInTheFileAsync()
    {
        var (_, mended) = await portal.TakeAsync("/original");
        await CheckAsync(FilledWorkbook.With(mended, ("N1", CellValue.Blank), ("N3", CellValue.Blank)));
        await Assertions.Expect(portal.Heading).ToHaveTextAsync(new Regex("1か所確認"));
        // There is no earlier report of this year to compare with, so the screen shows how many records were read.
        await Assertions.Expect(portal.Page.Locator(".inline-facts")).ToContainTextAsync("指標10件");
    }

    public async Task ConfirmWithAReasonAsync(string reason)
    {
        await portal.SeesAsync("1024");
        await portal.SendAsync("/confirm", ("reason", reason));
        await portal.SeesAsync("確認済み");
    }

    /// <returns>The receipt number (受付番号).</returns>
    public async Task<string> SubmitAsync()
    {
        var receipt = await portal.SubmitAsync();
        Assert.StartsWith("2019-byoin-", receipt, StringComparison.Ordinal);
        await portal.GoAsync(Home);
        await portal.SeesStateAsync(ReportState.Submitted);
        await portal.SeesAsync(receipt);
        return receipt;
    }

    public async Task ReadTheCommentAsync(string comment)
    {
        await portal.GoAsync("/staff/");
        await portal.SeesStateAsync(ReportState.SentBack);
        await portal.GoAsync("/review");
        await portal.SeesAsync(comment);
    }

    public async Task ChangeTheSubmittedWorkbookAsync()
    {
        await portal.GoAsync(Home);
        await portal.GoAsync("/submissions");
        var (_, submitted) = await portal.TakeAsync("/original");
        await portal.GoAsync(Home);
        await CheckAsync(FilledWorkbook.With(submitted, ("L4", CellValue.Of(725))));
        // A value that was confirmed for the earlier submission needs no confirmation again.
        await portal.Person.ReadsAsync("提出できます");
        await Assertions.Expect(portal.Page.Locator(".change")).ToHaveCountAsync(1);
        await Assertions.Expect(portal.Page.Locator(".change")).ToContainTextAsync(new Regex("720.*725", RegexOptions.Singleline));
    }

    public async Task SeeTheApprovalAsync()
    {
        await portal.GoAsync("/staff/");
        await portal.SeesStateAsync(ReportState.Approved);
        await portal.GoAsync("/submissions");
        await Assertions.Expect(portal.Row("2019-病院局.xlsx")).ToHaveCountAsync(2);
    }

    /// <summary>Checks that the history still lists the submissions that the purge emptied, without links to their files.</summary>
    public async Task SeeThePurgeAsync()
    {
        await portal.GoAsync("/staff/");
        await portal.GoAsync("/submissions");
        await Assertions.Expect(portal.Row("抹消されました")).ToHaveCountAsync(2);
        await Assertions.Expect(portal.Row("抹消されました").Locator("a[href$='/original']")).ToHaveCountAsync(0);
    }

    /// <summary>After the next reporting year was opened, the clerk is shown that year first, and goes back to the year before.</summary>
    public async Task GoBackToTheYearBeforeAsync()
    {
        await portal.GoAsync("/staff/");
        await portal.SeesStateAsync(ReportState.NotSubmitted);
        await portal.GoAsync(Home);
        await portal.SeesStateAsync(ReportState.Submitted);
    }

    private async Task CheckAsync(byte[] workbook)
    {
        await portal.GoAsync("/upload");
        await portal.Person.ChooseAsync(FilledWorkbook.FileOf(workbook));
    }

    private Task MustMendAsync(int cells) => Assertions.Expect(portal.Heading).ToHaveTextAsync(new Regex($"{cells}か所直す"));

    private static string FieldOf(string cell) => $"v-{new CellName(FilledWorkbook.Initiatives, cell).Key}";
}
