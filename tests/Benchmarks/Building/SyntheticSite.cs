using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>The site of a synthetic report on disk. Written by a process of its own, so that it may be compared with one.</summary>
internal static class SyntheticSite
{
    /// <summary>What is written: every file, or the initiative pages alone.</summary>
    public const string All = "site", Initiatives = "initiatives";

    private static readonly SiteOptions Options = new(new("http://localhost/"));

    public static Contestant Building(string what, int initiatives, string folder) => Contestants.Process(
        "build", "dotnet", typeof(SyntheticSite).Assembly.Location, what, initiatives.ToString(System.Globalization.CultureInfo.InvariantCulture), folder);

    public static ReportView ViewOf(int initiatives) => new SiteView(InputOf(initiatives), Options).Newest;

    public static Task<IReadOnlyList<SiteFile>> InitiativePagesAsync(ReportView view) =>
        PageRenderer.RenderAsync(view, [.. PageList.Of(view).Where(p => p.Path.StartsWith("/initiatives/", StringComparison.Ordinal))], CancellationToken.None);

    public static async Task WriteAsync(string what, int initiatives, string folder)
    {
        var files = what == All
            ? await SiteRenderer.RenderAsync(InputOf(initiatives), Options, CancellationToken.None)
            : await InitiativePagesAsync(ViewOf(initiatives));
        Parallel.ForEach(files, file => Save(Path.Combine(folder, file.Path), file));
    }

    private static SiteInput InputOf(int initiatives) => SiteInput.Of([SyntheticReport.Compose(initiatives)]);

    private static void Save(string path, SiteFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Bytes.Span);
    }
}
