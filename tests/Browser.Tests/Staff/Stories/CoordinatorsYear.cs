using KawasakiServerless.Domain;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// The steps that the coordinator takes with the reports of a year. Most steps end by checking what the coordinator then sees.
/// </summary>
internal sealed class CoordinatorsYear(Portal portal)
{
    public const string Recycling = "資源循環局", Conservation = "環境保全局";

    public async Task SeeTheBoardAsync(string department, ReportState state)
    {
        await portal.GoAsync("/staff/");
        await Assertions.Expect(portal.Row(department)).ToContainTextAsync(state.Label());
    }

    public async Task SendBackAsync(string receipt, string reason, string comment)
    {
        await ReviewAsync("byoin", receipt);
        await portal.SeesAsync(reason);
        await portal.GoAsync($"submissions/{receipt}");
        await portal.SeesAsync(FilledWorkbook.Name);
        await portal.GoAsync("/departments/byoin/");
        await portal.GoAsync("/review");
        await portal.SendAsync("/review/send-back", ($"comment-{ReportSection.Initiatives}", comment));
        await portal.SeesStateAsync(ReportState.SentBack);
    }

    /// <param name="receipt">The receipt number of the submission that is approved.</param>
    /// <param name="comment">The comment with which the submission before it was sent back. It is still shown.</param>
    public async Task ApproveAsync(string receipt, string comment)
    {
        await ReviewAsync("byoin", receipt);
        await portal.SeesAsync(comment);
        await portal.SendAsync("/review/approve");
        await portal.SeesStateAsync(ReportState.Approved);
    }

    /// <summary>
    /// Submits for a department that took over the work of another department. Its prefilled workbook already contains that work.
    /// </summary>
    public async Task SubmitOnBehalfAsync()
    {
        await SeeTheBoardAsync(Recycling, ReportState.NotSubmitted);
        await portal.GoAsync("/departments/shigenjunkan/review");
        await portal.GoAsync("/departments/shigenjunkan/");
        await portal.SeesNotAsync("何も入っていない");
        await portal.GoAsync("/workbook");
        var (name, workbook) = await portal.TakeAsync("/workbook/file");
        await portal.GoAsync("/upload");
        await portal.Person.ChooseAsync(FilledWorkbook.FileOf(workbook, name));
        var receipt = await portal.SubmitAsync();
        await SeeTheBoardAsync(Recycling, ReportState.Submitted);
        await ReviewAsync("shigenjunkan", receipt);
    }

    public async Task PreviewAsync()
    {
        await portal.GoAsync("/staff/");
        await portal.GoAsync("/staff/preview/2019/");
        await portal.GoAsync("/staff/preview/2019/departments/");
        await portal.GoAsync("/departments/byoin/");
        await portal.GoAsync("/initiatives/byoin-0002/");
        await Assertions.Expect(portal.Page.GetByText("公開前の確認用")).ToBeVisibleAsync();
        await Assertions.Expect(portal.Page.Locator(".figures")).ToContainTextAsync("725");
        await portal.GoAsync("/staff/");
        await Assertions.Expect(portal.Row(SmallCity.Hospitals)).ToBeVisibleAsync();
    }

    public async Task GoThroughTheChecklistAndReleaseAsync()
    {
        await portal.GoAsync("/staff/");
        await portal.GoAsync("/2019/release");
        await portal.SeesAsync(ReportState.NotSubmitted.Label());
        await portal.SendAsync("/2019/release/check");
        await portal.Page.WaitForURLAsync("**/release/check");
        await Assertions.Expect(portal.Page.Locator("#blocks")).ToHaveCountAsync(0);
        await portal.SendAsync("/2019/release");
        await Assertions.Expect(portal.Page.GetByRole(AriaRole.Region, new() { Name = NewYear.Label })).ToContainTextAsync("公開中");
    }

    public async Task PublishAsync()
    {
        await portal.GoAsync("/staff/publications");
        await portal.SendAsync("/staff/publications");
        await Assertions.Expect(portal.Page.Locator("#progress[data-running=true]")).ToContainTextAsync("件");
        await portal.WatchAsync();
        await portal.Person.ReadsAsync("公開しました");
    }

    public async Task RestoreTheFirstPublicationAsync()
    {
        await portal.GoAsync("/staff/publications");
        await portal.Page.Locator("table a[href*='/staff/publications/']").Last.ClickAsync();
        await portal.GoAsync("/restore");
        await portal.SeesAsync($"{NewYear.Label}の報告が、公開サイトからなくなります");
        await portal.SendAsync("/restore");
        await portal.WatchAsync();
        await portal.Person.ReadsAsync("公開しました");
    }

    public async Task LiftTheHoldAsync()
    {
        await portal.GoAsync("/staff/publications");
        await Assertions.Expect(portal.Page.Locator("form[action='/staff/publications']")).ToHaveCountAsync(0);
        await portal.SendAsync("/lift");
        await Assertions.Expect(portal.Page.Locator("form[action='/staff/publications']")).ToHaveCountAsync(1);
    }

    public async Task PurgeAsync(string record, string title)
    {
        await portal.GoAsync("/staff/purges");
        await portal.SendAsync("/purges/plan", ("what", record));
        await portal.SeesAsync(title);
        await Assertions.Expect(portal.Row("2019-byoin-")).ToHaveCountAsync(2);
        await portal.SendAsync("/staff/purges");
        await portal.WatchAsync();
        await portal.SeesAsync(record);
    }

    public async Task ReadTheAuditAsync(params IEnumerable<(string Kind, int Times)> done)
    {
        await portal.GoAsync("/staff/audit");
        foreach (var (kind, times) in done)
            await Assertions.Expect(portal.Row(AuditKinds.Label(kind))).ToHaveCountAsync(times);
        await portal.Page.Locator("[name='department']").SelectOptionAsync("byoin");
        await portal.SendAsync("/staff/audit");
        await Assertions.Expect(portal.Row(AuditKinds.Label(AuditKinds.RegisterSaved))).ToHaveCountAsync(0);
        await Assertions.Expect(portal.Row(AuditKinds.Label(AuditKinds.SentBack))).ToHaveCountAsync(1);
    }

    private async Task ReviewAsync(string department, string receipt)
    {
        await portal.GoAsync("/staff/");
        await portal.GoAsync($"/departments/{department}/review");
        await portal.SeesStateAsync(ReportState.Submitted);
        await portal.SeesAsync(receipt);
    }
}
