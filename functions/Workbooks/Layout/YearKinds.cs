using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

internal sealed partial class FiscalYearKind : ColumnKind<FiscalYear>
{
    public static ExpectedValue Expected { get; } =
        new(ProblemKinds.NotAYear, "年度", "月や日を付けず、年度だけを、元号を付けるか西暦4桁で書いてください。");

    public override string Form => Expected.Name;

    public override CellInputKind Input => CellInputKind.Year;

    public override CellReading<FiscalYear> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        FiscalYear.TryParse(cell.Text, out var year) ? new(year, EndedEra.In(cell.Text, column.Header, year))
        : IsEveryYear(cell.Text) ? default
        : Wrong(NoYear(cell, column.Header, context.ReportingYear));

    /// <summary>Whether a text says that something continues every year, such as 毎年. It means the same as a blank cell.</summary>
    public static bool IsEveryYear(string text) => TemplateColumn.FoldHeader(text) is "毎年" or "毎年度" or "各年" or "各年度";

    /// <summary>Whether a text names several years, or the first year of a period, such as 平成28年度～.</summary>
    public static bool IsPeriod(string text) => Several().IsMatch(text.Fold());

    /// <summary>Returns the finding about a cell that is not read as a year.</summary>
    public static Finding NoYear(SheetCell cell, string column, FiscalYear reporting) =>
        Several().Match(cell.Text.Fold()) is { Success: true } several
        && Meant(SheetCell.OfText(several.Groups[1].Value), reporting) is { } first
            ? Findings.SeveralYears(column, first.EraLabel)
            : Findings.NotA(Expected, column, (Meant(cell, reporting) ?? reporting.Previous).EraLabel);

    // Guesses which fiscal year was meant by a text or date that is not a fiscal year: 30 means 平成30年度, the date 2017/4/1 means 平成29年度.
    private static FiscalYear? Meant(SheetCell cell, FiscalYear reporting) =>
        (cell.Date ?? (DateTime.TryParseExact(cell.Text, ["yyyy/M/d", "yyyy-M-d", "yyyy.M.d"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var typed) ? typed : null)) is { } date
            ? FiscalYear.TryParse($"{(date.Month < 4 ? date.Year - 1 : date.Year)}年度", out var begun) ? begun : null
            : FiscalYear.TryParse(cell.Text, out var year) ? Math.Abs(year.Year - reporting.Year) <= 10 ? year : null
            : BareYear.Meant(cell.Text.Fold(), reporting) ?? BareYear.Near(cell.Text.Fold(), reporting);

    public override Content Write(FiscalYear value, LayoutContext context) => Content.Of(value.Label);

    // Matches several years such as H28・29 or 平成28～29年度, and a year that begins a period, such as 平成28年度～.
    [GeneratedRegex("^((?:平成|令和|[HR])?(?:元|[0-9]{1,2}|20[0-9]{2})(?:年度?)?) ?(?:[・,、~〜-]|から|及び|と|以降)")]
    private static partial Regex Several();
}

internal sealed partial class YearMonthKind : ColumnKind<YearMonth>
{
    public static ExpectedValue Expected { get; } =
        new(ProblemKinds.NotAYear, "年月", "年と月を書いてください。年は、元号を付けるか、西暦4桁で書いてください。");

    public override string Form => Expected.Name;

    public override CellInputKind Input => CellInputKind.Month;

    public override CellReading<YearMonth> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        cell.Date is { Year: >= 1926 and <= 2100 } date ? OfDate(date, cell, column, context)
        : IsTenthOrFirst(cell) ? Wrong(TenthOrFirst(cell, column))
        : (YearMonth.TryParse(cell.Text, out var month) || TryParseDay(cell.Text, out month))
            ? new(month, EndedEra.In(cell.Text, column.Header, month))
        : Wrong(Findings.NotA(Expected, column.Header, ExampleFor(cell.Text) ?? column.Example));

    // A day, such as 平成29年4月1日 or 2017/4/1, is read as its month, like a date that Excel stores.
    private static bool TryParseDay(string text, [NotNullWhen(true)] out YearMonth? month)
    {
        month = null;
        return Day().Match(text.Fold()) is { Success: true } day && YearMonth.TryParse(day.Groups["month"].Value, out month)
            && int.Parse(day.Groups["day"].Value, CultureInfo.InvariantCulture) is >= 1 and var number
            && number <= DateTime.DaysInMonth(month.Year, month.Month);
    }

    // A month of the year that a text names, such as 平成28年4月 for 平成28年度.
    private static string? ExampleFor(string text) =>
        YearIn().Match(text.Fold()) is { Success: true } year && FiscalYear.TryParse(year.Value, out var of)
            ? YearMonth.Of(of.Year, 4).Label
            : null;

    [GeneratedRegex(@"^(?<month>.{1,16}?[-/.年]\s?[0-9]{1,2}月?)(?:[-/.]|(?<=月))\s?(?<day>[0-9]{1,2})日?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex("^(?:(?:平成|令和|[HR])(?:元|[0-9]{1,2})|20[0-9]{2})(?=年|[/.-])")]
    private static partial Regex YearIn();

    // Excel completes a typed 4/1 to a date of the current year and displays only 4月1日. The year that was meant is unknown, so such a date
    // is not read. The example is the month in the year before the reporting year, which most statistics are about.
    private static CellReading<YearMonth> OfDate(DateTime date, SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        if (ShownDate.NamesYearAndMonth(cell.Text, date.Year))
            return new(YearMonth.Of(date.Year, date.Month));
        var year = context.ReportingYear.Previous.Year + (date.Month < 4 ? 1 : 0);
        return Wrong(Findings.NotA(Expected, column.Header, YearMonth.Of(year, date.Month).Label));
    }

    private static Finding TenthOrFirst(SheetCell cell, TemplateColumn column) =>
        YearMonth.TryParse($"{cell.Text}0", out var october)
            ? Findings.MonthAsNumber(column.Header, october)
            : Findings.NotA(Expected, column.Header, column.Example);

    // Excel stores a typed 2017.10 as the number 2017.1, so October and January cannot be distinguished.
    private static bool IsTenthOrFirst(SheetCell cell) => cell.Kind == CellKind.Number && cell.Number is { } number && number % 1 == 0.1m;

    public override Content Write(YearMonth value, LayoutContext context) => Content.Of(value.Label);
}
