using System.Globalization;

namespace KawasakiServerless.Benchmarks;

/// <summary>Building a site fifty times the city's, beside a generator that is known for its speed, and beside merely copying what was built.</summary>
internal static class BuildMeasures
{
    private const int Large = 10_000;

    private static readonly int[] Sizes = [1_000, 3_000, Large];

    public static async Task<IReadOnlyList<Measure>> AllAsync(string folder)
    {
        Hugo.Require();
        var source = Path.Combine(folder, "hugo");
        await Hugo.PrepareAsync(SyntheticSite.ViewOf(Large), source);
        return [Pages(folder, source), .. Sizes.Select(size => Whole(folder, size))];
    }

    private static Measure Pages(string folder, string source) => new(
        "the pages of 10,000 initiatives to disk",
        SyntheticSite.Building(SyntheticSite.Initiatives, Large, Path.Combine(folder, "pages")),
        Hugo.Building(source, Path.Combine(folder, "hugo-pages")),
        Bar: 1,
        Aim: 0.5);

    private static Measure Whole(string folder, int size)
    {
        var built = Path.Combine(folder, $"site-{size}");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"a site of {size:#,0} initiatives to disk"),
            SyntheticSite.Building(SyntheticSite.All, size, built),
            Contestants.Process("cp -r", "cp", "-rT", built, $"{built}-copy"),
            Bar: null,
            Aim: 3);
    }
}
