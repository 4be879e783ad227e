using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>The site of the 2018 report with a year before it and a history, rendered and parsed once for all tests.</summary>
public sealed class SiteOfTwoYears : IAsyncLifetime
{
    public static Report Newest => Some.Report;

    public static Report Earlier { get; } = EarlierYear.Of(Some.Report);

    public static SiteInput Input { get; } = SiteInput.Of([Newest, Earlier]) with { History = SampleHistory.Of(Newest, Earlier) };

    public IReadOnlyList<SiteFile> Files { get; private set; } = [];

    public IReadOnlyDictionary<string, IHtmlDocument> Pages { get; private set; } = new Dictionary<string, IHtmlDocument>();

    public async Task InitializeAsync()
    {
        Files = await Some.SiteOfAsync(Input);
        var parser = new HtmlParser();
        Pages = Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => parser.ParseDocument(Files.Html(f.Path)));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[CollectionDefinition(Name)]
public sealed class SiteOfTwoYearsShared : ICollectionFixture<SiteOfTwoYears>
{
    public const string Name = "Site of two years";
}
