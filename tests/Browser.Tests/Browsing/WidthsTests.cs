using Xunit.Sdk;

namespace KawasakiServerless.Browser.Tests.Browsing;

[Collection(OneCity.Name)]
public sealed class WidthsTests(City city)
{
    [Fact]
    public Task TheCheckOfWidthsReportsAPageThatIsTooWideForATelephone() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetContentAsync("<!doctype html><body style='margin: 0'><p class='broad' style='width: 350px'>広い");

        var failure = await Assert.ThrowsAsync<EqualException>(() => visit.FitsEveryWidthAsync());

        Assert.Contains("350 px in a window of 320", failure.Message, StringComparison.Ordinal);
    });
}
