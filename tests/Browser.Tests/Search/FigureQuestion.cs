using System.Globalization;
using System.Text.Json;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>A question about a figure, made from the data, with the indicator that it is about.</summary>
internal sealed record FigureQuestion(string Text, JsonElement Indicator, int? Year)
{
    private const int Wordings = 8;

    /// <summary>
    /// Returns <paramref name="wanted"/> questions in total. Goes through the indicators that have numbers, starting over when necessary,
    /// and changes the wording from question to question.
    /// </summary>
    public static IReadOnlyList<FigureQuestion> Of(IEnumerable<JsonElement> indicators, int wanted)
    {
        var counted = indicators.Where(i => i.GetProperty("values").EnumerateArray().Any(IsNumber)).ToList();
        return [.. Enumerable.Range(0, wanted).Select(n => Of(counted[n % counted.Count], (n + (n / counted.Count)) % Wordings))];
    }

    /// <summary>
    /// Whether an answer is right: it gives the indicator's page, the year asked for (or, if none was, the newest year with a number), and
    /// the value and the cell of that year.
    /// </summary>
    public bool IsAnsweredBy(string address, int year, string value, string cell)
    {
        var values = Indicator.GetProperty("values").EnumerateArray().Where(IsNumber).ToList();
        var expected = values.Find(
            v => v.GetProperty("fiscalYear").GetInt32() == (Year ?? values[^1].GetProperty("fiscalYear").GetInt32()));
        return expected.ValueKind == JsonValueKind.Object
            && address == $"/indicators/{Indicator.GetProperty("id").GetString()}/"
            && year == expected.GetProperty("fiscalYear").GetInt32()
            && NumberOf(value) == expected.GetProperty("value").GetDecimal()
            && cell == expected.GetProperty("cell").GetString();
    }

    private static FigureQuestion Of(JsonElement indicator, int wording)
    {
        var name = indicator.GetProperty("group").GetString() is { } group
            ? $"{group} {indicator.GetProperty("name").GetString()}"
            : indicator.GetProperty("name").GetString()!;
        var unit = indicator.GetProperty("unit").GetString() ?? "件";
        return wording switch
        {
            0 => new($"{name}は", indicator, null),
            1 => new($"{name}はいくつですか？", indicator, null),
            2 => new($"{name.Replace(' ', 'の')}を教えてください", indicator, null),
            3 => new($"平成28年度の{name}は？", indicator, 2016),
            4 => new($"２０１７年度　{name}", indicator, 2017),
            5 => new($"{name} 増えた？", indicator, null),
            6 => new($"{name}は何{unit}", indicator, null),
            _ => new($"H29の{name}はどのくらい", indicator, 2017),
        };
    }

    private static bool IsNumber(JsonElement value) => value.GetProperty("status").GetString() == "reported";

    private static decimal NumberOf(string value) =>
        decimal.Parse(string.Concat(value.TakeWhile(c => char.IsAsciiDigit(c) || c is ',' or '.')), NumberStyles.Number,
            CultureInfo.InvariantCulture);
}
