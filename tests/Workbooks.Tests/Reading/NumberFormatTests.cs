using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// Numbers are shown in a number format as LibreOffice shows them (Fixtures/number-formats/pairs.json), except for the differences that are
/// listed with their reasons in differences.json beside it.
/// </summary>
public sealed partial class NumberFormatTests
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Pair[] Pairs =
    [
        .. Load<JsonElement>("pairs.json")
            .Select(p => new Pair(p.GetProperty("format").GetString()!, p.GetProperty("value"), p.GetProperty("shown").GetString()!)),
    ];

    private static readonly Difference[] Listed = Load<Difference>("differences.json");

    [Fact]
    public void Between400And1000PairsOfFormatAndValueAreCompared() => Assert.InRange(Pairs.DistinctBy(p => p.Key).Count(), 400, 1_000);

    [Fact]
    public void EveryPairIsShownAsLibreOfficeShowsItOrTheDifferenceIsListed()
    {
        var found = Pairs.Select(p => (Pair: p, Ours: Shown(p))).Where(p => Plain(p.Ours) != Plain(p.Pair.Shown));
        var (listed, actual) = (Listed.Select(d => d with { Reason = "" }), found
            .Select(f => new Difference(f.Pair.Format, f.Pair.Value, f.Pair.Shown, f.Ours, "")));
        Assert.Equal(("", ""), (Lines(actual, listed), Lines(listed, actual)));
    }

    [Fact]
    public void EveryDifferenceHasItsReason() => Assert.All(Listed, d => Assert.InRange(d.Reason.Length, 20, 300));

    private static string Shown(Pair pair)
    {
        var display = NumberDisplay.Of(pair.Format);
        return pair.Value.ValueKind == JsonValueKind.String
            ? display.Show(SheetCell.OfText(pair.Value.GetString()!)).Text
            : display.Show(pair.Value.GetDouble()).Text;
    }

    // Removes what does not change the number: commas between thousands, and zeros at the end of decimals.
    private static string Plain(string shown) => Zeros().Replace(Thousands().Replace(shown.Trim(), ""), "");

    private static string Lines(IEnumerable<Difference> differences, IEnumerable<Difference> without) =>
        string.Join('\n', differences.Select(Line).Except(without.Select(Line)));

    private static string Line(Difference difference) => JsonSerializer.Serialize(difference, Json);

    private static T[] Load<T>(string file) => JsonSerializer.Deserialize<T[]>(Some.Fixture(Path.Combine("number-formats", file)), Json)!;

    [GeneratedRegex(@"(?<=\d),(?=\d{3})")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\.0+(?!\d)|(?<=\.\d*[1-9])0+(?!\d)")]
    private static partial Regex Zeros();

    private sealed record Pair(string Format, JsonElement Value, string Shown)
    {
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Format} {Value}");
    }

    private sealed record Difference(string Format, JsonElement Value, string Shown, string Ours, string Reason);
}
