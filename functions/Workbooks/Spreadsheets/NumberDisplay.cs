using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Applies a cell's number format. When a workbook is read, the displayed value of a cell is used and not the stored one, because the
/// displayed value is what a clerk sees.
/// </summary>
internal sealed class NumberDisplay
{
    // Excel's own limit for the length of a format code.
    private const int LongestCode = 255;

    private readonly CellKind kind;

    // Null unless the format only rounds.
    private readonly Rounding? rounding;

    // Null when the format displays all digits. The Value of the Lazy is null when the code is not valid. The code is parsed only when the
    // result is needed, because most workbooks never need it.
    private readonly Lazy<DisplayFormat?>? numbers;

    // Null when the format displays texts unchanged or its section for texts is not valid.
    private readonly DisplayFormat? texts;

    // Null when the format displays dates as 2018/4/1, or displays no dates.
    private readonly DateDisplay? dates;

    private NumberDisplay(CellKind kind, Rounding? rounding, FormatCode code)
    {
        (this.kind, this.rounding) = (kind, rounding);
        texts = code.Texts is { } ofTexts ? DisplayFormat.TryParse($"0;0;0;{ofTexts}") : null;
        dates = kind == CellKind.Date ? DateDisplay.Of(code.Numbers!) : null;
        numbers = code.Numbers is { } ofNumbers ? new(() => DisplayFormat.TryParse(ofNumbers)) : null;
    }

    /// <summary>Displays all digits, as the formats 標準 (General) and 文字列 (Text) do.</summary>
    public static NumberDisplay General { get; } = new(CellKind.Number, null, new(null, null));

    public static NumberDisplay Of(string written)
    {
        if (written.Length > LongestCode || IsGeneral(written))
            return General;
        if (Rounding.Of(written) is { } rounding)
            return new(rounding.IsPercent ? CellKind.Percent : CellKind.Number, rounding, new(written, null));
        var code = FormatCode.Parse(written);
        return new(code.IsDate ? CellKind.Date : CellKind.Number, null, code);
    }

    // Formats with an id below 164 are built into Excel, and files usually do not contain their codes. These are the codes that Japanese
    // Excel uses (ECMA-376, 18.8.30).
    public static NumberDisplay OfBuiltIn(int id) => id switch
    {
        1 => Of("0"),
        2 => Of("0.00"),
        3 => Of("#,##0"),
        4 => Of("#,##0.00"),
        5 or 6 => Of("¥#,##0;¥-#,##0"),
        7 or 8 => Of("¥#,##0.00;¥-#,##0.00"),
        9 => Of("0%"),
        10 => Of("0.00%"),
        11 => Of("0.00E+00"),
        12 => Of("# ?/?"),
        13 => Of("# ??/??"),
        14 => Of("yyyy/m/d"),
        15 => Of("d-mmm-yy"),
        16 => Of("d-mmm"),
        17 => Of("mmm-yy"),
        18 => Of("h:mm AM/PM"),
        19 => Of("h:mm:ss AM/PM"),
        20 => Of("h:mm"),
        21 => Of("h:mm:ss"),
        22 => Of("yyyy/m/d h:mm"),
        27 or 36 or 50 or 57 => Of("[$-411]ge.m.d"),
        28 or 29 or 51 or 54 or 58 => Of("[$-411]ggge\"年\"m\"月\"d\"日\""),
        30 => Of("m/d/yy"),
        31 => Of("yyyy\"年\"m\"月\"d\"日\""),
        32 => Of("h\"時\"mm\"分\""),
        33 => Of("h\"時\"mm\"分\"ss\"秒\""),
        34 or 52 or 55 => Of("yyyy\"年\"m\"月\""),
        35 or 53 or 56 => Of("m\"月\"d\"日\""),
        37 or 38 => Of("#,##0;(#,##0)"),
        39 or 40 => Of("#,##0.00;(#,##0.00)"),
        41 => Of("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "),
        42 => Of("_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ "),
        43 => Of("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
        44 => Of("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ "),
        45 => Of("mm:ss"),
        46 => Of("[h]:mm:ss"),
        47 => Of("mm:ss.0"),
        48 => Of("##0.0E+0"),
        _ => General,
    };

    /// <param name="daysLater">The number of days to add to a date of the 1904 system to convert it to the 1900 system; zero for
    /// 1900.</param>
    public SheetCell Show(double number, int daysLater = 0)
    {
        if (kind == CellKind.Date)
            return Date(number + daysLater);
        if (numbers is null || rounding?.Keeps(number) == true || SheetCell.ToDecimal(number) is null)
            return new(kind, null, number);
        return numbers.Value?.Show(number) is { } shown ? SheetCell.OfDisplay(shown.Trim(), number) : new(kind, null, number);
    }

    /// <summary>Applies the format to a date; a format for numbers displays it as 2018/4/1.</summary>
    public SheetCell Show(DateTime date) =>
        kind == CellKind.Date ? Date(SheetCell.SerialOf(date)) : new(CellKind.Date, null, SheetCell.SerialOf(date));

    /// <summary>Applies the format to a cell that contains a text. Other cells are returned unchanged.</summary>
    public SheetCell Show(SheetCell cell) =>
        texts is not null && cell.Kind == CellKind.Text && texts.Show(cell.Text) is { } shown
            ? shown.Contains(cell.Text, StringComparison.Ordinal) ? SheetCell.OfText(shown.Trim(), cell.HasStruck)
            : SheetCell.InsteadOfText(shown.Trim())
            : cell;

    private SheetCell Date(double serial) => dates?.Show(serial) is { } shown
        ? LookalikeCharacters.ShowsNothing(shown) ? default : new(CellKind.Date, shown.Trim(), serial)
        : new(CellKind.Date, null, serial);

    private static bool IsGeneral(string written) =>
        written is "" or "@"
        || written.Equals("General", StringComparison.OrdinalIgnoreCase)
        || written.Equals("G/標準", StringComparison.OrdinalIgnoreCase);
}
