using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Writes the site of a synthetic report to disk. A separate process does this, so that it can be compared with the process of another
/// program.
/// </summary>
internal static class SyntheticSite
{
    /// <summary>What to write: every file, or only the initiative pages.</summary>
    public const string All = "site", Initiatives = "initiatives";

    private static readonly SiteOptions Options = new(new("http://localhost/"));

    public static Contestant Building(string program, string what, int initiatives, string folder) => Contestants.Process(
        "build", program, what, initiatives.ToString(System.Globalization.CultureInfo.InvariantCulture), folder);

    public static ReportView ViewOf(int initiatives) => new SiteView(InputOf(initiatives), Options).Newest;

    public static async Task<IReadOnlyList<SiteFile>> InitiativePagesAsync(ReportView view)
    {
        var files = new RenderedFiles<SiteFile>(SiteSink.OfFiles((_, _) => null));
        await RenderAsync(view, files);
        return files.ByPath();
    }

    public static async Task WriteAsync(string what, int initiatives, string folder)
    {
        var sink = new SiteSink<string>(
            file => Save(Path.Combine(folder, file.Path), file.Bytes.Span),
            (_, _) => null,
            (made, path) => Save(Path.Combine(folder, path), File.ReadAllBytes(made)));
        if (what == All)
            await SiteRenderer.RenderAsync(InputOf(initiatives), Options, sink, CancellationToken.None);
        else
            await RenderAsync(ViewOf(initiatives), new RenderedFiles<string>(sink));
    }

    private static Task RenderAsync<T>(ReportView view, RenderedFiles<T> files)
        where T : class =>
        PageRenderer.RenderAsync(view, [.. PageList.Of(view).Where(p => p.Shown is InitiativePlace)], files, CancellationToken.None);

    public static SiteInput InputOf(int initiatives) => SiteInput.Of([SyntheticReport.Compose(initiatives)]);

    private static string Save(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
