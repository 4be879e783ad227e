using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

[Collection(OneCity.Name)]
public sealed partial class BoardOnPaperTests(City city)
{
    [Fact]
    public Task TheBoardIsPrintedInLandscapeFormatWithoutButtons() => city.VisitAsync(async visit =>
    {
        await new Clerk(visit).SignInAsync("取りまとめ担当");
        await visit.OpenAsync("/staff/2018/board");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "印刷" })).ToBeVisibleAsync();

        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var sheets = Sheet().Matches(pdf).Select(s => (Wide: Number(s, "wide"), High: Number(s, "high"))).ToList();
        Assert.NotEmpty(sheets);
        Assert.All(sheets, s => Assert.True(s.Wide > s.High, $"{s.Wide} × {s.High}"));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "状態" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task WithoutScriptsTheBoardHasNoPrintButton() => city.VisitAsync(
        async visit =>
        {
            await new Clerk(visit).SignInAsync("取りまとめ担当");
            await visit.OpenAsync("/staff/2018/board");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "印刷" })).ToHaveCountAsync(0);
        },
        Scripts.Disabled);

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<wide>[0-9.]+)\s+(?<high>[0-9.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sheet();
}
