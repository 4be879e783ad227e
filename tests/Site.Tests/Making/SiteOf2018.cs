using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>The site of the 2018 report, rendered and parsed once for all tests.</summary>
public sealed class SiteOf2018 : IAsyncLifetime
{
    public IReadOnlyList<SiteFile> Files { get; private set; } = [];

    public IReadOnlyDictionary<string, IHtmlDocument> Pages { get; private set; } = new Dictionary<string, IHtmlDocument>();

    public async Task InitializeAsync()
    {
        Files = await Some.SiteOfAsync(Some.Report);
        var parser = new HtmlParser();
        Pages = Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => parser.ParseDocument(Files.Html(f.Path)));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[CollectionDefinition(Name)]
public sealed class SiteOf2018Shared : ICollectionFixture<SiteOf2018>
{
    public const string Name = "Site of 2018";
}
