using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Findings;

/// <summary>The Japanese words with which the portal describes findings (problems found in a workbook).</summary>
internal static class FindingWords
{
    public static string Word(this FindingClass of) => of switch
    {
        FindingClass.Mend => "直してください",
        FindingClass.Confirm => "確認してください",
        _ => "参考",
    };

    public static string Css(this FindingClass of) => of switch
    {
        FindingClass.Mend => "error",
        FindingClass.Confirm => "ask",
        _ => "note",
    };

    /// <summary>The location of a finding: sheet and cell (視点別取組 B3), only the sheet, or ファイル全体 (the whole file).</summary>
    public static string Place(this Problem problem) =>
        problem.Sheet is null ? "ファイル全体" : problem.Cell is null ? problem.Sheet : $"{problem.Sheet} {problem.Cell}";

    /// <summary>The text that the cell contains, or （空欄） for an empty cell; null when the finding has neither a value nor a cell.</summary>
    public static string? Content(this Problem problem) => problem.Found ?? (problem.Cell is null ? null : "（空欄）");
}
