namespace KawasakiServerless.Site.Tests;

public class SiteOnDemandTests
{
    [Fact]
    public async Task EveryFileOfTheSiteIsTheSameWhenItIsRenderedOnDemand()
    {
        var input = RichReport.Input();
        var onDemand = new SiteOnDemand(input, Some.Options);
        List<string> different = [];
        foreach (var file in await Some.SiteOfAsync(input))
        {
            if (await onDemand.FindAsync(file.Path) is not { } found || !found.Bytes.Span.SequenceEqual(file.Bytes.Span))
                different.Add(file.Path);
        }

        Assert.Empty(different);
    }

    [Fact]
    public async Task AFileThatTheSiteDoesNotHaveIsNotFound() =>
        Assert.Null(await new SiteOnDemand(RichReport.Input(), Some.Options).FindAsync("initiatives/none/index.html"));
}
