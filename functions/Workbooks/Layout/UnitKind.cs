using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// A unit (単位) such as 人. What is often written around it, as in （人）, 単位：人 or 人※, is removed and reported; a text that is no unit, such as
/// 100 or 平成29年度, is reported and stays as it is written.
/// </summary>
internal sealed partial class UnitKind : ColumnKind<string>
{
    private const int Longest = 40;

    private static readonly TextKind Text = new();

    public override CellReading<string> Read(SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        var read = Text.Read(cell, column, context);
        if (read is not { Finding: null, Value: { Length: <= Longest } typed })
            return read;
        var unit = Plain(typed);
        return IsNoUnit(unit) ? new(typed, FigureFindings.NoUnit(typed))
            : unit != typed ? new(unit, FigureFindings.UnitDecorated(typed, unit))
            : read;
    }

    public override Content Write(string value, LayoutContext context) => Content.Of(value);

    /// <summary>Returns a unit without brackets around it, the word 単位 before it and the mark of a note after it.</summary>
    public static string Plain(string typed)
    {
        var unit = typed;
        while (Around().Match(unit) is { Success: true } match && match.Groups["unit"].Value.Trim() is { Length: > 0 } inner)
            unit = inner;
        return unit;
    }

    // Digits may be part of a unit, as in 人/10万人 or m2, but a number with a unit, such as 5人, is a figure.
    private static bool IsNoUnit(string unit)
    {
        var folded = unit.FoldWithoutSpaces();
        return folded == TemplateWords.NotApplicable || TypedNumber.Parse(folded) is not null || FiscalYear.TryParse(folded, out _)
            || !folded.Any(c => char.IsLetter(c) || c is '%' or '‰' or '¥' or '$' or '°')
            || (folded.TrimStart([.. "0123456789.,"]) is var rest && rest.Length < folded.Length && FigureUnits.IsUnit(rest));
    }

    [GeneratedRegex(
        @"^(?:[（(［\[【〔](?<unit>[^（）()［］\[\]【】〔〕]+)[)）\]］】〕]|単位\s*[:：]\s*(?<unit>.+)|(?<unit>.+?)(?:[※＊*][0-9０-９]*|[（(]注[0-9０-９]*[)）]))$",
        RegexOptions.Singleline)]
    private static partial Regex Around();
}
