using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Tests;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.PublicSite;

/// <summary>
/// Tests a site with an invented earlier year and a publication history. The files of this site are not published; the test answers the
/// requests of the browser with them.
/// </summary>
[Collection(OneCity.Name)]
public sealed class TwoYearsTests(City city)
{
    private static readonly Lazy<Task<Dictionary<string, SiteFile>>> Site = new(RenderAsync);

    public static TheoryData<string> Pages =>
    [
        "/", "/2017/", "/changes/", "/changes/1/", "/changes/2/", "/changes/3/", "/compare/", "/compare/2017/",
        "/indicators/kenkofukushi-0001-1/", "/2017/indicators/kenkofukushi-0001-1/", "/initiatives/kenkofukushi-0001/",
        "/2017/wards/takatsu/",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public Task APageFitsEveryWindowWidthWithClosedAndOpenDisclosures(string path) => VisitAsync(async visit =>
    {
        await visit.OpenAsync(path);
        await visit.FitsEveryWidthAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await visit.FitsEveryWidthAsync();
    });

    [Fact]
    public Task AReaderGoesFromAChangeToItsFigureAndToTheYearBefore() => VisitAsync(async visit =>
    {
        await visit.OpenAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "（第2回）" }).ClickAsync();
        await visit.Page.Locator(".change-head a").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".history")).ToContainTextAsync("77,000");
        await visit.Page.Locator(".other-year").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".earlier")).ToContainTextAsync("平成29（2017）年度の報告です");
    });

    private Task VisitAsync(Func<Visitor, Task> visit) => city.VisitAsync(async visitor =>
    {
        var files = await Site.Value;
        await visitor.Page.RouteAsync("**/*", route => AnswerAsync(route, files));
        await visit(visitor);
    });

    private static Task AnswerAsync(IRoute route, Dictionary<string, SiteFile> files)
    {
        var path = new Uri(route.Request.Url).AbsolutePath[1..];
        return files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? $"{path}index.html" : path, out var file)
            ? route.FulfillAsync(new() { ContentType = file.ContentType, BodyBytes = file.Bytes.ToArray() })
            : route.FulfillAsync(new() { Status = 404 });
    }

    private static async Task<Dictionary<string, SiteFile>> RenderAsync()
    {
        var newest = ReportOf2018.Compose();
        var earlier = EarlierYear.Of(newest);
        var input = SiteInput.Of([newest, earlier]) with { History = SampleHistory.Of(newest, earlier) };
        var files = await SiteRenderer.RenderAsync(input, new(new Uri("http://localhost/")), CancellationToken.None);
        return files.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }
}
