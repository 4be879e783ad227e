using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Recognizes the rows of a template table that contain only a footer, such as a note, a source or the number of a page, in a single cell.
/// A row with only a line of text in the column 管理番号, such as 担当：総務課, is one too.
/// </summary>
internal sealed class FooterRows(FoundTable found, Sheet sheet)
{
    // A row of 本文 may be a note, and a row of figures may be a number alone.
    private readonly HashSet<int> columns =
        found.Layout == PassageSheet.Layout ? [] : [.. found.Columns.Values, .. found.Years.Select(y => y.At)];

    private readonly int number = found.Columns.GetValueOrDefault(SharedColumns.Number);

    public bool IsAt(SheetRow row) => In(row) is not null;

    /// <summary>Returns the cell with the footer; null if the row is no footer.</summary>
    public CellAddress? In(SheetRow row)
    {
        (int Column, string Text)? only = null;
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            if (cell.Cell.IsBlank || !columns.Contains(cell.Column) || !sheet.IsShown(new(row.Number, cell.Column)))
                continue;
            if (only is not null || cell.Cell.Kind != CellKind.Text)
                return null;
            only = (cell.Column, cell.Cell.Text);
        }

        return only is { } alone && (FooterText.Is(alone.Text) || (alone.Column == number && IsLine(alone.Text)))
            ? new(row.Number, alone.Column)
            : null;
    }

    // No 管理番号 contains kana or kanji.
    private static bool IsLine(string text) =>
        text.Any(c => c is (>= 'ぁ' and <= 'ヺ') or (>= '㐀' and <= '鿿')) && DittoMarkText.In(text) is null;
}
