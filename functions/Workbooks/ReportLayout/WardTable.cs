using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>区名 | 取組, with or without 年度, 区分 and 見出し; 【平成28年度】 as a heading above the table or within a cell.</summary>
internal sealed class WardTable(ReportSheet sheet)
{
    private FiscalYear? year;
    private ReportCell? ward;

    public List<Record> Records { get; } = [];

    /// <summary>【平成28年度】 alone in a row says the year of what follows.</summary>
    public bool TakeHeading(SheetRow row)
    {
        if (row.Cells.Length != 1 || row.Cells[0].Cell.Kind != CellKind.Text || YearIn(row.Cells[0].Cell.Text) is not { } found)
            return false;
        year = found;
        return true;
    }

    public void Read(ReportRow row)
    {
        ward = row.At(ReportTables.Ward) is { IsBlank: false } given ? given : ward;
        if (row.Own(ReportTables.Activities) is not { } cell)
            return;
        if (ward is null || PlaceOf(ward) is not { } place)
        {
            sheet.Report(ward ?? cell, Findings.NotInList(ReportTables.Ward.Header, [.. sheet.Context.Register.Wards.Select(w => w.Ward!), WardActivity.CommonToAllWards]));
            return;
        }

        if (sheet.Context.Department is { IsWard: true } own && place.Ward != own.Code)
            sheet.Report(ward, Findings.OtherWard(own));
        else if (sheet.Context.Department is { IsWard: false } bureau && !sheet.Context.IsCoordinator)
            sheet.Report(ward, Findings.SheetOfOthers(WardActivitySheet.Layout.Name, bureau));
        Records.AddRange(new WardCell(sheet, cell, place, RowHead(row)).Activities());
    }

    private WardHead RowHead(ReportRow row) => new(
        row.At(ReportTables.Year) is { IsBlank: false } given ? YearIn(given.Text) ?? year : year,
        CategoryOf(row.At(ReportTables.Category)),
        row.At(ReportTables.Heading) is { IsBlank: false } heading ? heading.Text : null);

    private string? CategoryOf(ReportCell? cell)
    {
        if (cell is not { IsBlank: false })
            return null;
        var category = WardActivity.Categories.FirstOrDefault(c => c == Column.FoldHeader(cell.Text));
        if (category is null)
            sheet.Report(cell, Findings.NotInList(ReportTables.Category.Header, WardActivity.Categories));
        return category;
    }

    private Place? PlaceOf(ReportCell cell)
    {
        var name = Column.FoldHeader(cell.Text);
        if (name == WardActivity.CommonToAllWards)
            return new(null);
        var department = sheet.Context.Register.Wards.FirstOrDefault(w => name == Column.FoldHeader(w.Ward!) || name == Column.FoldHeader(w.Name));
        return department is null ? null : new(department.Code);
    }

    /// <summary>【平成28年度】 or 平成28年度; null for any other heading.</summary>
    public static FiscalYear? YearIn(string text) => FiscalYear.TryParse(text.Fold().Trim('【', '】', '<', '>', '[', ']', ' '), out var year) ? year : null;
}

/// <summary>What stands above a ward's items.</summary>
internal sealed record WardHead(FiscalYear? Year, string? Category, string? Heading);
