namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// Tests that a visitor records what the browser reports. A visitor that recorded nothing would let every other test pass.
/// </summary>
[Collection(OneCity.Name)]
public sealed class VisitorTests(City city)
{
    [Theory]
    [InlineData("<img src='https://example.com/a.png'>", "https://example.com/a.png is not on this machine")]
    [InlineData("<img src='/missing.png'>", "/missing.png answered 404")]
    [InlineData("<script>console.error('broken')</script>", "console: broken")]
    [InlineData("<script>nothing()</script>", "error in a script: ReferenceError: nothing is not defined")]
    [InlineData(
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\"><script>1</script>",
        "policy script-src-elem stopped inline")]
    public async Task AVisitorRecordsErrorsAndRequestsToOtherMachines(string html, string complaint)
    {
        var complaints = await city.ComplaintsOfAsync(visit => OpenAsync(visit, html));

        Assert.Contains(complaints, c => c.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public Task AVisitorRecordsNothingOnAPageWithoutErrors() => city.VisitAsync(visit => OpenAsync(visit, "<p>こんにちは"));

    private static async Task OpenAsync(Visitor visit, string html)
    {
        await visit.Page.RouteAsync(
            "**/strange", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html>{html}" }));
        await visit.OpenAsync("/strange");
    }
}
