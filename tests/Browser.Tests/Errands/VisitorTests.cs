using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Errands;

/// <summary>Seven kinds of visitors, each with an errand that ends in at most four clicks from the home page.</summary>
[Collection(OneShown.Name)]
public sealed class VisitorTests(Shown shown)
{
    [Fact]
    public Task ADaughterFindsWhomToCallAboutHerMotherInTakatsuWard() => GoAsync(async walk =>
    {
        await walk.ChooseAsync("介護");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("介護について");
        await walk.ChooseAsync("高津区");
        await walk.CanCallAsync("044-861-3113");
    });

    [Fact]
    public Task ACouncilMemberFindsADecreasedIndicatorAndItsSource() => GoAsync(async walk =>
    {
        await walk.FollowAsync("件 減少");
        await walk.ClickAsync(walk.Main.Locator("td a, th a, li a").Filter(new() { HasTextRegex = new Regex("：") }).First);
        await walk.SeesAsync("減");
        await walk.OpenAsync("出典");
        await walk.SeesAsync("2018-");
    });

    [Fact]
    public Task ACouncilMemberSeesWhatTwoDepartmentsDoTogether() => GoAsync(async walk =>
    {
        await walk.ChooseAsync("連携取組");
        await walk.FollowAsync("主管×連携先の表");
        await walk.ClickAsync(walk.Main.Locator("table a").First);
        await walk.ClickAsync(walk.Main.Locator("table a, .found a, li a").First);
        await walk.SeesAsync("主管");
    });

    [Theory]
    [InlineData("がん検診の受診率は")]
    [InlineData("たばこ")]
    public Task AJournalistFindsAFigureAndItsSourceBySearching(string question) => GoAsync(async walk =>
    {
        await walk.SearchAsync(question);
        await walk.ClickAsync(walk.Page.Locator(".found h3 a").First);
        await walk.OpenAsync("出典");
        await walk.SeesAsync("2018-健康福祉局.xlsx");
    });

    [Fact]
    public Task AResearcherFindsTheLicenceTheCodesOfDepartmentsAndTheGlossary() => GoAsync(async walk =>
    {
        await walk.FollowAsync("オープンデータ");
        await walk.SeesAsync("CC BY 4.0");
        await walk.ChooseAsync("局・区役所");
        await walk.SeesAsync("このサイトでの符号");
        await walk.ClickAsync(walk.Page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = "用語集" }));
        await walk.SeesAsync("地域包括ケアシステム");
    });

    [Fact]
    public Task AKeyboardUserSearchesAndOpensTheFirstResult() => GoAsync(async walk =>
    {
        await walk.TabToAsync("#home-search-q");
        await walk.Page.Keyboard.TypeAsync("見守りネットワーク");
        await walk.PressAsync("Enter");
        await Assertions.Expect(walk.Page.Locator(".found h3 a").First).ToBeVisibleAsync();
        await walk.TabToAsync(".found h3 a");
        await walk.PressAsync("Enter");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("見守りネットワーク");
    });

    [Fact]
    public Task OnAPhoneWithoutScriptsTheMenuLeadsToAWardAndItsTelephone() => shown.VisitWithoutScriptsAsync(shown.City, async visit =>
    {
        await visit.Page.SetViewportSizeAsync(360, 740);
        var walk = await Walk.FromHomeAsync(visit);
        await walk.ClickAsync(walk.Page.Locator("header summary"));
        await walk.ClickAsync(walk.Page.Locator("header details a", new() { HasTextString = "区の取組" }));
        await walk.FollowAsync("多摩区");
        await walk.CanCallAsync("044-935-3113");
    });

    [Fact]
    public Task TheAccessibilityTreeOfHomeAndTopicPagesContainsLandmarksAndHeadings() => GoAsync(async walk =>
    {
        await Assertions.Expect(walk.Page.Locator("body")).ToMatchAriaSnapshotAsync("""
            - link "本文へ移動"
            - banner:
              - navigation "主なページ"
            - main:
              - heading [level=1]
              - search:
                - searchbox
              - region:
                - heading "困りごとから探す" [level=2]
            - contentinfo
            """);
        await walk.ChooseAsync("認知症");
        await Assertions.Expect(walk.Main).ToMatchAriaSnapshotAsync("""
            - heading "認知症について" [level=1]
            - navigation "このページの内容"
            - region "取組":
              - heading "取組" [level=2]
            """);
    });

    private Task GoAsync(Func<Walk, Task> errand) =>
        shown.VisitAsync(shown.City, async visit => await errand(await Walk.FromHomeAsync(visit)));
}
