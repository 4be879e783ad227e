using KawasakiServerless.Domain;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// What the coordinator does when a reporting year begins: opens the year, and enters the reorganisation of April into its register (the
/// list of departments).
/// </summary>
internal sealed class NewYear(Portal portal)
{
    public const string Label = "令和元（2019）年度", Waterworks = "水道局";

    public async Task OpenAsync()
    {
        await portal.GoAsync("/staff/years");
        await portal.SendAsync("/staff/years");
        var opened = portal.Page.GetByRole(AriaRole.Region, new() { Name = Label });
        await Assertions.Expect(opened).ToContainTextAsync("準備中");
        await portal.SendAsync("/2019/deadline", ("deadline", "2099-07-31"));
        await Assertions.Expect(opened).ToContainTextAsync("7月31日");
        await portal.GoAsync("/staff/");
        await Assertions.Expect(portal.Row(SmallCity.Hospitals)).ToContainTextAsync(ReportState.NotSubmitted.Label());
    }

    /// <summary>Opens the year after the new one, and checks that it has the departments that exist after the reorganisation.</summary>
    public async Task OpenTheNextAsync()
    {
        await portal.GoAsync("/staff/years");
        await portal.SendAsync("/staff/years");
        await Assertions.Expect(portal.Page.GetByRole(AriaRole.Region, new() { Name = "令和2（2020）年度" })).ToContainTextAsync("準備中");
        await portal.GoAsync("/staff/");
        foreach (var department in new[] { Waterworks, CoordinatorsYear.Recycling, CoordinatorsYear.Conservation })
            await Assertions.Expect(portal.Row(department)).ToContainTextAsync(ReportState.NotSubmitted.Label());
    }

    public async Task RenameADepartmentAsync()
    {
        await ReorganiseAsync("/departments/jogesuido/rename", ("name", Waterworks), ("kana", "すいどうきょく"), ("english", "Waterworks Bureau"));
        await Assertions.Expect(portal.Row("jogesuido")).ToContainTextAsync(Waterworks);
        // The row also shows the department's old name, because workbooks with the old name are accepted.
        await Assertions.Expect(portal.Row("jogesuido")).ToContainTextAsync(SmallCity.Water);
    }

    public async Task SplitADepartmentAsync()
    {
        await ReorganiseAsync(
            "/departments/kankyo/split",
            ("part1-code", "shigenjunkan"), ("part1-name", CoordinatorsYear.Recycling), ("part1-kana", "しげんじゅんかんきょく"),
            ("part1-english", "Resource Recycling Bureau"),
            ("part2-code", "kankyohozen"), ("part2-name", CoordinatorsYear.Conservation), ("part2-kana", "かんきょうほぜんきょく"),
            ("part2-english", "Environmental Conservation Bureau"));
        await Assertions.Expect(portal.Row("kankyohozen")).ToContainTextAsync(CoordinatorsYear.Conservation);
        await Assertions.Expect(portal.Row(SmallCity.Environment))
            .ToContainTextAsync($"{CoordinatorsYear.Recycling}、{CoordinatorsYear.Conservation}");
    }

    private async Task ReorganiseAsync(string form, params (string Field, string Text)[] typed)
    {
        await portal.GoAsync("/staff/registers");
        await portal.GoAsync("/2019/register/reorganise");
        await portal.GoAsync(form);
        await portal.SendAsync(form, typed);
        // The portal saves nothing until it has shown the differences and their consequences.
        await Assertions.Expect(portal.Page.Locator("#then")).ToBeVisibleAsync();
        await portal.SendAsync(form);
        await portal.SeesAsync("保存しました");
    }
}
