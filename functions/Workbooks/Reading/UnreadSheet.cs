using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// A visible, non-empty sheet in which no table was found. The finding about it names the template sheet with the most similar headers, if
/// there is one.
/// </summary>
internal sealed class UnreadSheet(Sheet sheet, SheetPlace place)
{
    private const int LastHeaderRow = 30, FewestHeaders = 2;

    public SheetPlace Place => place;

    public bool IsNamed(SheetLayout layout) => TemplateColumn.FoldHeader(place.Name) == TemplateColumn.FoldHeader(layout.Name);

    public void AddTo(ProblemLog log)
    {
        if (FrontFields.AreOn(sheet))
            log.Add(FileFindings.SecondFront(), place);
        else if (NearestTable() is not { } nearest)
            log.Add(FileFindings.SheetNotRead(), place);
        else
            log.Add(FileFindings.SheetNotRead(nearest.Layout.Name, nearest.Wrong.Header), place, nearest.At, sheet.At(nearest.At));
    }

    // Considers those of the first 30 rows in which at least two headers equal or resemble headers of one template sheet, and at least one
    // only resembles. Takes the one with the most such headers and returns its first header that only resembles; null if there is no such
    // row.
    private (SheetLayout Layout, TemplateColumn Wrong, CellAddress At)? NearestTable()
    {
        var best = sheet.Rows.TakeWhile(r => r.Number <= LastHeaderRow)
            .SelectMany(row => TemplateSheets.All.Select(layout => (Layout: layout, Headers: HeadersIn(row, layout))))
            .Where(m => m.Headers.Count >= FewestHeaders && m.Headers.Any(h => !h.IsExact))
            .OrderByDescending(m => m.Headers.Count).ThenByDescending(m => IsNamed(m.Layout))
            .FirstOrDefault();
        if (best.Headers is null)
            return null;
        var wrong = best.Headers.First(h => !h.IsExact);
        return (best.Layout, wrong.Column, wrong.At);
    }

    private static List<(TemplateColumn Column, CellAddress At, bool IsExact)> HeadersIn(SheetRow row, SheetLayout layout)
    {
        List<(TemplateColumn, CellAddress, bool)> found = [];
        var left = layout.Columns.ToList();
        foreach (var (column, cell) in row.Cells.Where(c => c.Cell.Kind == CellKind.Text))
        {
            var header = TemplateColumn.FoldHeader(cell.Text);
            var exact = left.Find(c => c.FoldedHeader == header);
            if (header.Length > 0 && (exact ?? left.Find(c => Nearest.IsLike(c.FoldedHeader, header))) is { } meant)
            {
                left.Remove(meant);
                found.Add((meant, new(row.Number, column), exact is not null));
            }
        }

        return found;
    }
}
