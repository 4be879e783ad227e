using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Benchmarks;

/// <summary>The times of one measure at several numbers of initiatives.</summary>
internal sealed record GrowthLine(string Name, IReadOnlyList<(int Initiatives, double Seconds)> Points);

/// <summary>All measures that were taken at more than one size.</summary>
internal sealed partial record Growth(IReadOnlyList<GrowthLine> Lines)
{
    public static Growth Of(IReadOnlyList<Result> results)
    {
        var own = results.Where(r => r.Unit == "s").Select(r => (r.Name, Seconds: r.Ours));
        var full = results.Where(r => r.Peer == "full publish").Select(r => (Name: FullOf(r.Name), Seconds: r.PeerValue!.Value)).Distinct();
        return new([
            .. full.Concat(own).Select(r => (Size: Size().Match(r.Name), r.Name, r.Seconds)).Where(r => r.Size.Success)
                .GroupBy(r => r.Name.Replace(r.Size.Value, "N initiatives", StringComparison.Ordinal), StringComparer.Ordinal)
                .Select(g => new GrowthLine(g.Key, [.. g.Select(r => (NumberOf(r.Size), r.Seconds)).OrderBy(p => p.Item1)]))
                .Where(line => line.Points.Count > 1),
        ]);
    }

    public string ToTable()
    {
        var sizes = Lines.SelectMany(l => l.Points).Select(p => p.Initiatives).Distinct().Order().ToList();
        var table = new StringBuilder($"| Seconds for N = |{string.Concat(sizes.Select(s => string.Create(CultureInfo.InvariantCulture, $" {s:#,0} |")))}\n|---|{string.Concat(sizes.Select(_ => "---|"))}\n");
        foreach (var line in Lines)
            table.Append(CultureInfo.InvariantCulture, $"| {line.Name} |{string.Concat(sizes.Select(s => string.Create(CultureInfo.InvariantCulture, $" {line.Points.FirstOrDefault(p => p.Initiatives == s).Seconds:0.00} |")))}\n");
        return table.ToString();
    }

    private static string FullOf(string name) => $"publish everything, {Size().Match(name).Value}";

    private static int NumberOf(Match size) => int.Parse(size.Groups["n"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<n>[0-9,]+) initiatives", RegexOptions.ExplicitCapture)]
    private static partial Regex Size();
}
