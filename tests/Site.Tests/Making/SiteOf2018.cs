using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>The site of the 2018 report, rendered and parsed once for all tests.</summary>
public sealed class SiteOf2018 : IAsyncLifetime
{
    public IReadOnlyList<SiteFile> Files { get; private set; } = [];

    public IReadOnlyDictionary<string, IHtmlDocument> Pages { get; private set; } = new Dictionary<string, IHtmlDocument>();

    /// <summary>Writes the site to the folder SITE_TO names, to be looked at.</summary>
    public async Task InitializeAsync()
    {
        Files = await Some.SiteOfAsync(Some.Report);
        var parser = new HtmlParser();
        Pages = Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).ToDictionary(f => f.Path, f => parser.ParseDocument(Files.Html(f.Path)));
        if (Environment.GetEnvironmentVariable("SITE_TO") is { Length: > 0 } folder)
            await WriteAsync(folder);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task WriteAsync(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes.ToArray());
        }
    }
}

[CollectionDefinition(Name)]
public sealed class SiteOf2018Shared : ICollectionFixture<SiteOf2018>
{
    public const string Name = "Site of 2018";
}
