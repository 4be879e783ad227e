using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Reads tables with the columns 区名 | 取組 and optionally 年度, 区分 and 見出し. The year may also be a heading such as 【平成28年度】, above the table or
/// within a cell, or in the header of the activities.
/// </summary>
internal sealed class WardTable(ReportSheet sheet)
{
    // The ward that the sheet's name gives, or 全区共通 for all wards; null for any other name.
    private readonly WardPlace? ofSheet = PlaceOf(sheet.Name, sheet.Context.Register);

    private readonly WardYears years = new(sheet);
    private ReportCell? ward;

    // The number of the last row with a title that names neither a year nor a ward; zero for none. If a header follows directly, the row is
    // the title of the table that begins with this header.
    private int title;

    public List<PlacedRecord> Records { get; } = [];

    /// <summary>
    /// Reads a row that contains only a year, such as 【平成28年度】. The year applies to the rows below. Returns false for any other row.
    /// </summary>
    public bool TakeHeading(SheetRow row) => years.TakeHeading(row);

    /// <summary>
    /// Reads the years in the headers of the activities. The year in a heading further up does not apply to a table that has a title of its
    /// own directly above the header.
    /// </summary>
    public void TakeHeader(SheetRow row, ReportHeader header)
    {
        if (title > 0 && title == row.Number - 1)
            years.EndHeading();
        years.TakeHeader(row, header);
    }

    public void Read(ReportRow row)
    {
        var cells = ReportTables.AllActivities.Select(c => (Column: c, Cell: row.ItemsIn(c)!)).Where(c => c.Cell is not null)
            .ToList();
        if (cells.Count > 0 || row.Own(ReportTables.Ward) is not { } alone || !FooterText.IsOrNumber(alone.Text))
            TakeWard(row);
        if (cells.Count == 0)
            TakeHeading(row);
        else if ((ward is null ? ofSheet : PlaceOf(ward.Text, sheet.Context.Register)) is not { } place)
            ReportUnknownWard(row, ward ?? cells[0].Cell);
        else
        {
            CheckPlace(place, ward ?? cells[0].Cell);
            List<PlacedRecord> activities = [.. cells.SelectMany(c => Activities(c.Cell, place, RowHead(row, c.Column)))];
            row.Take(activities.Count > 0 ? CellUse.Record : CellUse.Finding);
            Records.AddRange(activities);
        }
    }

    private void TakeWard(ReportRow row)
    {
        ward = row.At(ReportTables.Ward) is { IsBlank: false } given ? given : ward;
        if (row.Own(ReportTables.Ward) is not null)
            years.BeginWard();
    }

    private IEnumerable<PlacedRecord> Activities(ReportCell cell, WardPlace place, WardHead head) =>
        new WardCell(sheet, cell, place, head).Activities().Select(a => sheet.Placed(a, cell.Address));

    private void ReportUnknownWard(ReportRow row, ReportCell cell)
    {
        List<string> wards = [.. sheet.Context.Register.Wards.Select(w => w.Ward!), WardActivity.CommonToAllWards];
        sheet.Report(cell, Findings.NotInList(ReportTables.Ward.Header, wards, Nearest.Among(wards, ward?.Text ?? "")));
        row.Take(CellUse.Finding);
    }

    private void CheckPlace(WardPlace place, ReportCell cell)
    {
        if (sheet.Context.Department is { IsWard: true } own && place.Ward != own.Code)
            sheet.Report(cell, Findings.OtherWard(own));
        else if (sheet.Context.Department is { IsWard: false } bureau && !sheet.Context.IsCoordinator)
            sheet.Report(cell, Findings.SheetOfOthers(WardActivitySheet.Layout.Name, WardActivitySheet.Layout.Reporters, bureau));
    }

    // A row may contain only the ward, for the activities in the rows below. Any other text is a note; it is not recorded as used and is
    // therefore reported as not read.
    private void TakeHeading(ReportRow row)
    {
        if (row.Own(ReportTables.Ward) is not { } own)
            return;
        if (PlaceOf(own.Text, sheet.Context.Register) is not null)
            sheet.Uses.Take(own.Address, CellUse.Heading);
        else if (!FooterText.IsOrNumber(own.Text) && !NamesWard(own.Text.Fold()))
            title = row.Number;
    }

    private bool NamesWard(string folded) =>
        sheet.Context.Register.Wards.Any(w => folded.Contains(w.Ward!, StringComparison.Ordinal));

    private WardHead RowHead(ReportRow row, ReportColumn activities) => new(
        years.Of(row, activities),
        CategoryOf(row.At(ReportTables.Category)),
        row.At(ReportTables.Heading) is { IsBlank: false } heading ? heading.Text : null);

    private string? CategoryOf(ReportCell? cell)
    {
        if (cell is not { IsBlank: false })
            return null;
        var category = WardActivity.Categories.FirstOrDefault(c => c == TemplateColumn.FoldHeader(cell.Text));
        if (category is null)
            sheet.Report(cell, Findings.NotInOptionalList(ReportTables.Category.Header, WardActivity.Categories,
                Nearest.Among(WardActivity.Categories, cell.Text)));
        return category;
    }

    /// <summary>Returns the ward with the given name, or all wards for 全区共通; null for any other text.</summary>
    public static WardPlace? PlaceOf(string written, Register register)
    {
        var name = TemplateColumn.FoldHeader(written);
        if (name == WardActivity.CommonToAllWards)
            return new(null);
        var department = register.Wards.FirstOrDefault(
            w => name == TemplateColumn.FoldHeader(w.Ward!) || name == TemplateColumn.FoldHeader(w.Name));
        return department is null ? null : new(department.Code);
    }
}

/// <summary>The year, category and heading that apply to the following activities of a ward.</summary>
internal sealed record WardHead(FiscalYear? Year, string? Category, string? Heading);
