using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Recognizes the rows of totals of a template table.</summary>
internal sealed class TotalsRows(FoundTable found)
{
    // Longer than any word for a total, to allow for spaces between the characters, as in 合　　計.
    private const int LongestTotal = 10;

    private static readonly HashSet<string> Totals = new(["合計", "計", "小計", "総計", "総合計", "集計"], StringComparer.Ordinal);

    // A row is a row of totals if one of these columns says 合計 or similar. In other columns, such as 区分 or 指標名, 合計 is a valid value.
    private static readonly TemplateColumn[] Heads = [SharedColumns.Number, SharedColumns.Viewpoint, SharedColumns.PolicyArea,
        SharedColumns.Divisions, InitiativeSheet.Text, StatisticSheet.Name, StatisticSheet.Label];

    private readonly int[] heads = found.Layout.HasYears
        || found.Layout == StatisticSheet.Layout ? [.. Heads.Where(found.Columns.ContainsKey).Select(c => found.Columns[c])] : [];

    public bool IsAt(SheetRow row)
    {
        foreach (var column in heads)
        {
            if (IsTotal(row.At(column)))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the cell contains only a word for a total, such as 合　計, or 集計, which Excel writes in the totals row of a table.
    /// </summary>
    public static bool IsTotal(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= LongestTotal } text }
        && text.Contains('計', StringComparison.Ordinal) && Totals.Contains(TemplateColumn.FoldHeader(text));
}
