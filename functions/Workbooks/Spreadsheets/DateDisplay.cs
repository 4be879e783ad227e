using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Formats dates and times as Excel displays them with a number format, including Japanese eras (和暦).</summary>
internal sealed partial class DateDisplay
{
    private static readonly (DateTime First, string Name, char Letter)[] Eras =
    [
        (new(2019, 5, 1), "令和", 'R'),
        (new(1989, 1, 8), "平成", 'H'),
        (new(1926, 12, 25), "昭和", 'S'),
        (new(1912, 7, 30), "大正", 'T'),
        (new(1868, 1, 25), "明治", 'M'),
    ];

    // The day after 31 December 9999, the last date that Excel can display.
    private const double LastDate = 2_958_466;

    private readonly string code;

    // Null when the code is not valid, or contains Japanese parts (eras, weekdays), which are replaced for each date before the code is
    // parsed.
    private readonly DisplayFormat? format;

    private DateDisplay(string code)
    {
        this.code = code;
        format = Japanese().IsMatch(FormatCode.WithoutLiterals(code)) ? null : DisplayFormat.TryParse(code);
    }

    /// <summary>Returns null for the code yyyy/m/d (2018/4/1), which SheetCell applies by default.</summary>
    public static DateDisplay? Of(string code) => code == "yyyy/m/d" ? null : new(code);

    /// <summary>
    /// Formats a serial number of the 1900 date system. Null when the code cannot be applied, or when the date is outside Excel's range and
    /// Excel displays only ####.
    /// </summary>
    public string? Show(double serial)
    {
        if (serial is < 0 or >= LastDate)
            return null;
        return (format ?? FormatOf(new SheetCell(CellKind.Date, null, serial).Date))?.Show(serial);
    }

    private DisplayFormat? FormatOf(DateTime? date) =>
        date is { } day ? DisplayFormat.TryParse(Unquoted().Replace(code, m => InJapanese(m, day))) : null;

    private static string InJapanese(Match match, DateTime date)
    {
        var era = Eras.First(e => date >= e.First);
        var letters = match.Length;
        return match switch
        {
            _ when match.Groups["era"].Success => Literal(letters == 1 ? $"{era.Letter}" : era.Name[..Math.Min(letters - 1, 2)]),
            _ when match.Groups["year"].Success =>
                Literal((date.Year - era.First.Year + 1).ToString(letters > 1 ? "00" : "0", CultureInfo.InvariantCulture)),
            _ when match.Groups["day"].Success => Literal("日月火水木金土"[(int)date.DayOfWeek] + (letters > 3 ? "曜日" : "")),
            _ => match.Value,
        };
    }

    private static string Literal(string text) => $"\"{text}\"";

    [GeneratedRegex("[ge]|aaa", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|(?<era>g{1,3})|(?<year>e{1,2})|(?<day>a{3,4})
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Unquoted();
}
