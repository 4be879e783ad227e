using System.Globalization;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Measures building a site many times as large as the city's: the initiative pages compared with Hugo, a site generator known for its
/// speed, and all files compared with merely copying them.
/// </summary>
internal static class BuildMeasures
{
    public static async Task<IReadOnlyList<Measure>> AllAsync(string folder, ComparisonOptions options)
    {
        Hugo.Require();
        var source = Path.Combine(folder, "hugo");
        await Hugo.PrepareAsync(SyntheticSite.ViewOf(options.Largest), source);
        var program = await AheadOfTime.ItselfAsync();
        return [Pages(program, folder, source, options.Largest), .. options.Sizes.Select(size => Whole(program, folder, size))];
    }

    private static Measure Pages(string program, string folder, string source, int size) => new(
        string.Create(CultureInfo.InvariantCulture, $"the pages of {size:#,0} initiatives to disk"),
        SyntheticSite.Building(program, SyntheticSite.Initiatives, size, Path.Combine(folder, "pages")),
        Hugo.Building(source, Path.Combine(folder, "hugo-pages")),
        Bar: 1,
        Aim: 0.5);

    private static Measure Whole(string program, string folder, int size)
    {
        var built = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"site-{size}"));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"a site of {size:#,0} initiatives to disk"),
            SyntheticSite.Building(program, SyntheticSite.All, size, built),
            Contestants.Process("cp -r", "cp", "-rT", built, $"{built}-copy"),
            Bar: null,
            Aim: 3);
    }
}
