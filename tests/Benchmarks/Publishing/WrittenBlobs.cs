using System.Globalization;

namespace KawasakiServerless.Benchmarks;

/// <summary>Prints which files of the live site were written because of one changed figure, with the reason for each file.</summary>
internal static class WrittenBlobs
{
    // The first condition that the path of a file meets determines which reason is printed for the file.
    private static readonly (Func<string, bool> Fits, string Why)[] Reasons =
    [
        (p => p == "index.html", "the home page: the newest publications"),
        (p => p.StartsWith("initiatives/", StringComparison.Ordinal), "the initiative: its table, its chart, its history"),
        (p => p.StartsWith("indicators/", StringComparison.Ordinal) && p.EndsWith("/index.html", StringComparison.Ordinal)
            && p != "indicators/index.html", "the indicator: its figures, its history"),
        (p => p == "indicators/index.html", "the list of all indicators: its row"),
        (p => p.StartsWith("indicators/", StringComparison.Ordinal), "the indicator's data"),
        (p => p.StartsWith("viewpoints/", StringComparison.Ordinal)
            && p.EndsWith(".xml", StringComparison.Ordinal), "the viewpoint's feed"),
        (p => p.StartsWith("viewpoints/",
            StringComparison.Ordinal), "the policy area: its row; above it the count of trends, if the trend is another"),
        (p => p.StartsWith("departments/", StringComparison.Ordinal), "the department: the time of its submission"),
        (p => p.StartsWith("wards/", StringComparison.Ordinal), "a ward: the time of its submission"),
        (p => p.StartsWith("compare/", StringComparison.Ordinal), "the comparison of years: its row"),
        (p => p.StartsWith("changes/", StringComparison.Ordinal)
            && p.EndsWith(".html", StringComparison.Ordinal), "the history: the new publication, its neighbour, their list"),
        (p => p.EndsWith(".xml", StringComparison.Ordinal) && p != "sitemap.xml", "a feed: the new publication"),
        (p => p == "sitemap.xml", "the sitemap: the new publication's page"),
        (p => p.StartsWith("search/",
            StringComparison.Ordinal), "the search index: the figure's words, and what else stands in the same file"),
        (p => p.StartsWith("data/", StringComparison.Ordinal)
            && p.EndsWith(".html", StringComparison.Ordinal), "a table's page: sizes of its files"),
        (p => p.StartsWith("data/", StringComparison.Ordinal), "the open data in which it stands"),
    ];

    /// <summary>Whether the file is a page for people, and not data, a feed or part of the search index.</summary>
    public static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    public static void Print(int size, PublishedOnce changed)
    {
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Written for one changed figure of {size:#,0} initiatives, "
                + $"{changed.Written.Count} files, {changed.Written.Count(IsPage)} of them pages:"));
        foreach (var path in changed.Written)
            Console.Error.WriteLine($"  {path}: {WhyOf(path)}");
    }

    private static string WhyOf(string path) => Reasons.FirstOrDefault(r => r.Fits(path)).Why ?? "not expected";
}
