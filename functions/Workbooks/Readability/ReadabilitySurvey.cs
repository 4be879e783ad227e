using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Workbooks.Readability;

/// <summary>
/// Checks the sheets with tables against the national rules of machine readability that can be checked with the data that was read. The
/// sheet はじめに is skipped, because it is a form and not a table. Violations are not problems of the submission, so they never cause a
/// rejection.
/// </summary>
internal sealed class ReadabilitySurvey(LayoutContext context, Budget budget)
{
    private readonly ReadabilityLog log = new();

    public WorkbookReadability Of(Spreadsheet workbook, IReadOnlyList<TemplateTable> tables, IReadOnlyList<ReportSheet> reports)
    {
        if (workbook.IsOld)
            log.Add("L1-01");
        foreach (var sheet in workbook.Sheets.Where(s => s.IsHidden && s.Rows.Count > 0))
            AddHidden(sheet);
        foreach (var ofSheet in tables.GroupBy(t => t.Place))
            LookAtTables([.. ofSheet]);
        foreach (var report in reports)
            LookAtReport(report.Sheet);
        return log.Result;
    }

    private void AddHidden(Sheet sheet)
    {
        if (sheet.Name == ChoiceLists.Name)
            log.AddOfForm("L1-13", sheet);
        else
            log.Add("L1-13", sheet);
    }

    private void LookAtTables(List<TemplateTable> tables)
    {
        var sheet = tables[0].Sheet;
        LookAtSheet(sheet);
        if (tables.Count > 1)
            log.Add("L1-02", sheet, new(tables[1].Found.FirstHeaderRow, 1));
        var columns = new TableColumns();
        foreach (var table in tables)
        {
            new HeaderSurvey(table, log).Look();
            columns.Begin(table, context);
            foreach (var row in table.Body)
                LookAtRow(sheet, row, columns);
        }
    }

    // Tables in the layout of the printed 2018 report always violate three rules: their columns change from year to year (L3-07), headings
    // precede the row of column names (L3-01), and the column names are Japanese (L3-08).
    private void LookAtReport(Sheet sheet)
    {
        LookAtSheet(sheet);
        log.Add("L3-07", sheet);
        log.Add("L3-01", sheet);
        log.AddOfForm("L3-08", sheet);
        var columns = new TableColumns();
        foreach (var row in sheet.Rows)
            LookAtRow(sheet, row, columns);
    }

    private void LookAtSheet(Sheet sheet)
    {
        foreach (var shape in sheet.Shapes)
            log.Add("L1-10", sheet, shape.At);
        foreach (var row in sheet.Hidden.Rows.Order().Where(r => sheet.Row(r) is not null).Take(1))
            log.Add("L1-13", sheet, new(row, 1));
        if (sheet.FirstMerge is { } merge)
            log.Add("L1-12", sheet, merge);
        if (sheet.FirstFormula is { } formula)
            log.Add("L2-06", sheet, formula);
        if (sheet.FarRight is { } far)
            log.Add("L1-04", sheet, far);
    }

    private void LookAtRow(Sheet sheet, SheetRow row, TableColumns columns)
    {
        budget.Look();
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            if (cell.Cell.Kind == CellKind.Struck || cell.Cell.HasStruck)
                log.Add("L1-11", sheet, new(row.Number, cell.Column));
            else if (cell.Cell is { Kind: CellKind.Text, Content: { } text })
                LookAtText(sheet, new(row.Number, cell.Column), text, columns);
        }

        if (columns.HasNumberWithoutUnit(row))
            log.Add("L3-04", sheet, new(row.Number, columns.Unit));
    }

    private void LookAtText(Sheet sheet, CellAddress at, string text, TableColumns columns)
    {
        var use = columns.UseOf(at.Column);
        if (TextForm.IsLaidOut(text) && use is ColumnUse.Lines)
            log.AddOfForm("L1-06", sheet, at);
        else if (TextForm.IsLaidOut(text))
            log.Add("L1-06", sheet, at);
        if (use is ColumnUse.List && TextForm.IsList(text))
            log.AddOfForm("L1-07", sheet, at);
        if (MachineDependent.IsIn(text))
            log.Add("L1-08", sheet, at);
        if (TextForm.IsSign(text))
            log.Add(use is ColumnUse.Number ? "L3-03" : "L1-09", sheet, at);
        else if (use is ColumnUse.Number)
            log.Add("L2-01", sheet, at);
        if (DittoMarkText.In(text) is not null)
            log.Add("L2-02", sheet, at);
        if (use is ColumnUse.Choice && !columns.IsChoice(at.Column, text))
            log.Add(TextForm.IsOtherWithDetails(text) ? "L2-05" : "L2-04", sheet, at);
    }
}
