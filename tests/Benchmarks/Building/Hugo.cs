using System.Text;
using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Runs Hugo, which builds the same initiative pages from the same data. The parts that need computation besides templates (QR codes,
/// charts, explanations of terms) are given to Hugo ready-made, so that it has less to do than our program.
/// </summary>
internal static class Hugo
{
    private const string Layout = "initiative.html";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Contestant Building(string source, string target) =>
        Contestants.Process("hugo", "hugo", "--quiet", "--source", source, "--destination", target, "--cleanDestinationDir");

    public static string Version() =>
        Tools.Run("hugo", "version") is { } text ? string.Join(' ', text.Split(' ').Take(2)) : "hugo is missing";

    /// <exception cref="InvalidOperationException">Hugo is missing and cannot be installed.</exception>
    public static void Require() => Tools.Require("hugo", () => Tools.Run("hugo", "version") is not null);

    public static async Task PrepareAsync(ReportView view, string source)
    {
        var pages = (await SyntheticSite.InitiativePagesAsync(view))
            .ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);
        Write(source, "config.json", JsonSerializer.Serialize(new
        {
            baseURL = "http://localhost/",
            disableKinds = new[] { "home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404" }
        }, Json));
        using var layout = typeof(Hugo).Assembly.GetManifestResourceStream(Layout)!;
        using var reader = new StreamReader(layout);
        var template = await reader.ReadToEndAsync();
        var any = pages.Values.First();
        Write(source, "layouts/initiatives/single.html", template
            .Replace("<!--frame-->", Between(any, "</title>", "<nav class=\"crumbs"), StringComparison.Ordinal)
            .Replace("<!--foot-->", any[any.IndexOf("<footer", StringComparison.Ordinal)..], StringComparison.Ordinal));
        foreach (var place in view.Places)
            Write(source, $"content/initiatives/{place.Initiative.Id}.md",
                JsonSerializer.Serialize(Data(view, place, pages[$"initiatives/{place.Initiative.Id}/index.html"]), Json));
    }

    private static object Data(ReportView view, InitiativePlace place, string page) => new
    {
        title = place.Initiative.Text,
        viewpoint = place.Area.Viewpoint.Number,
        viewpointText = view.Links.To(place.Area.Viewpoint).Text,
        viewpointAddress = view.Links.To(place.Area.Viewpoint).Href,
        area = place.Area.Area.Name,
        areaAddress = view.Links.To(place.Area.Viewpoint, place.Area.Area).Href,
        source = SourceOf(view, place.Initiative.Source),
        divisions = place.Initiative.Divisions,
        indicators = place.Indicators.Select(i => new
        {
            i.Id,
            name = i.FullName,
            i.Unit,
            figures = i.Figures.Select(f => new { year = f.Year.Label, value = f.Value is { } v ? Texts.Format(v) : null }),
            source = SourceOf(view, i.Source),
        }),
        directions = place.Area.Directions.Take(InitiativeSheet.MostDirections)
            .Select(d => new { d.Id, d.Text, source = SourceOf(view, d.Source) }),
        previous = Neighbour(view, place.Previous),
        next = Neighbour(view, place.Next),
        readyQr = Between(page, "<svg viewBox=\"0 0 37", "</svg>"),
        readyTerms = Between(page, "<section class=\"terms\"", "<section aria-labelledby=\"figures\">"),
        readyCharts = Between(page, "<div class=\"all-series", "<section aria-labelledby=\"divisions\">"),
    };

    private static object SourceOf(ReportView view, Source source) => new
    {
        department = view.Report.Register.Department(source.Department).Name,
        address = view.Links.To(view.Report.Register.Department(source.Department)).Href,
        source.File,
        source.Sheet,
        source.Cell,
        day = Texts.Day(source.UploadedAt),
    };

    private static object? Neighbour(ReportView view, Initiative? initiative) =>
        initiative is null ? null : new { address = view.Links.To(initiative).Href, text = Texts.Shorten(initiative.Text, 60) };

    // Returns the part of the page from the first marker up to the second; empty if the page does not contain the first one.
    private static string Between(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        return start < 0 ? "" : page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static void Write(string folder, string path, string text)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
