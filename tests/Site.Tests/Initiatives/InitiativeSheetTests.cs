using KawasakiServerless.Domain;
using KawasakiServerless.Site.Initiatives;

namespace KawasakiServerless.Site.Tests;

public class InitiativeSheetTests
{
    [Fact]
    public async Task ThePrintedSheetSaysHowManyDirectionsAreOnlyOnTheSite()
    {
        var directions = Enumerable.Range(2, 30)
            .Select(n => new Direction(new RecordId("kenkofukushi", n)
                .ToString(), Some.Source, 1, "elderly", [], $"{n}{new string('今', 150)}"));
        var page = (await Some.SiteOfAsync(Some.ReportOf([Some.Initiative("取組"), .. directions])))
            .Page("initiatives/kenkofukushi-0001/index.html");
        var onPaper = page.QuerySelectorAll(".directions > li:not(.by-screen)").Length;
        Assert.InRange(onPaper, 5, 12);
        Assert.Contains($"ほか{30 - onPaper}件は、サイトにあります。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASheetWithoutRoomForAnyDirectionDoesNotSayThatOthersAreOnTheSite()
    {
        var directions = Enumerable.Range(2, 3).Select(n => new Direction(new RecordId("kenkofukushi", n).ToString(), Some.Source, 1,
            "elderly", [], $"{n}{new string('今', 3000)}"));
        var page = (await Some.SiteOfAsync(Some.ReportOf([Some.Initiative("取組"), .. directions])))
            .Page("initiatives/kenkofukushi-0001/index.html");
        Assert.Equal("3件は、すべてサイトにあります。", page.QuerySelector("section[aria-labelledby=directions] > .on-paper")!.TextContent);
    }

    [Fact]
    public async Task ADirectionWhoseTextIsPrintedIsNotCountedAmongThoseOnTheSite()
    {
        var directions = Enumerable.Range(2, 30).Select(n => new Direction(new RecordId("kenkofukushi", n).ToString(), Some.Source, 1,
            "elderly", [], $"{(n < 30 ? n : 2)}{new string('今', 150)}"));
        var page = (await Some.SiteOfAsync(Some.ReportOf([Some.Initiative("取組"), .. directions])))
            .Page("initiatives/kenkofukushi-0001/index.html");
        var onPaper = page.QuerySelectorAll(".directions > li:not(.by-screen)").Length;
        Assert.Contains($"ほか{28 - onPaper}件は、サイトにあります。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePrintedSheetShowsTheAddressOfThePageAsTextAndAsQrCode()
    {
        var page = (await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")))).Page("initiatives/kenkofukushi-0001/index.html");
        Assert.Contains("http://localhost:7071/initiatives/kenkofukushi-0001/", page.QuerySelector(".sheet-address p")!.TextContent,
            StringComparison.Ordinal);
        Assert.StartsWith("M4 4h7v1h-7z", page.QuerySelector("path.qr")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://care.example/initiatives/kenkofukushi-0001/")]
    [InlineData("https://care.city.kawasaki.example/2017/initiatives/kensetsuryokusei-0123/")]
    public void AQrCodeIsASquareWithAQuietZoneOfFour(string address)
    {
        var code = new QrCode(address);
        Assert.Equal(0, (code.Size - 8 - 17) % 4);
        Assert.DoesNotContain("M3 ", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M{code.Size - 11} 4h7v1h-7z", code.Path, StringComparison.Ordinal);
    }
}
