using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>What はじめに says, or where it says nothing the document's properties.</summary>
/// <param name="HasSheet">Whether there is such a sheet at all.</param>
/// <param name="IsTemplate">Whether it was made from the template, and so had all sheets once.</param>
internal sealed record Front(Department? Department, FiscalYear? ReportingYear, bool NothingToReport, bool HasSheet, bool IsTemplate);

internal sealed class FrontReader(Spreadsheet workbook, WorkbookRequest request, ProblemLog log)
{
    private const int LastRow = 60, LastColumn = 20;

    public Front Read()
    {
        var at = workbook.Sheets.Index().FirstOrDefault(s => !s.Item.IsHidden && IsFront(s.Item));
        var front = at.Item is null ? null : new FrontFields(at.Item, new(at.Index, at.Item.Name));
        return new(Department(front), Year(front), NothingToReport(front), front is not null, CheckVersion(front));
    }

    private static bool IsFront(Sheet sheet) =>
        Column.FoldHeader(sheet.Name) == FrontSheet.Name
        || new[] { FrontSheet.Department, FrontSheet.ReportingYear }.All(c => new FrontFields(sheet, new(0, "")).Find(c) is not null);

    private Department? Department(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.Department);
        var name = field?.Cell.Text ?? Property(FrontSheet.DepartmentProperty);
        var expected = request.Department is { } code ? request.Register.FindDepartment(code) : null;
        if (name is null && (expected ?? DepartmentGuess.Of(workbook, request)) is { } known)
            return known;
        if (!request.Register.TryFindDepartment(name, out var department) && (name is null || !TryFindCode(name, out department)))
            Report(name is null && front is null ? Findings.FileOfUnknownDepartment() : Findings.UnknownDepartment(Nearest.DepartmentOf((name ?? "").Fold(), request.Register)), front, field, name);
        else if (expected is not null && department != expected)
            Report(Findings.OtherDepartment(expected), front, field, name);
        return department ?? expected;
    }

    private bool TryFindCode(string name, out Department? department) => (department = request.Register.FindDepartment(name)) is not null;

    private FiscalYear? Year(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.ReportingYear);
        var written = field?.Cell.Text ?? Property(FrontSheet.YearProperty);
        if (written is null)
            return null;
        if (!FiscalYear.TryParse(written, out var year))
            Report(Findings.NotAYear(FrontSheet.ReportingYear.Header, request.ReportingYear.Label), front, field, written);
        else if (year != request.ReportingYear)
            Report(Findings.OtherYear(request.ReportingYear), front, field, written);
        else if (EndedEra.In(written, FrontSheet.ReportingYear.Header, year) is { } ended)
            Report(ended, front, field, written);
        return year;
    }

    private bool CheckVersion(FrontFields? front)
    {
        var field = front?.Find(FrontSheet.Version);
        var written = field?.Cell.Text ?? Property(FrontSheet.VersionProperty);
        if (VersionNumber(written) < VersionNumber(TemplateSheets.Version))
            Report(FileFindings.OlderTemplate(written!), front, field, written);
        return written is not null;
    }

    // What is no number says nothing; the version of the columns is told by the columns.
    private static int? VersionNumber(string? written) =>
        int.TryParse(Column.FoldHeader(written ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private bool NothingToReport(FrontFields? front)
    {
        if (front?.Find(FrontSheet.NothingToReport) is not { } field)
            return false;
        var entry = FrontSheet.NothingToReport.Read(field.Cell, new(request.Register, request.ReportingYear, null));
        if (entry.Finding is not null)
            Report(entry.Finding, front, field, null);
        return entry.Value == true;
    }

    private string? Property(string name) => workbook.Properties.Custom.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private void Report(Finding finding, FrontFields? front, FrontField? field, string? found)
    {
        if (front is not null && field is not null)
            log.Add(finding, front.Place, field.Address, field.Cell);
        else
            log.Add(finding, found);
    }

    private sealed record FrontField(CellAddress Address, Cell Cell);

    private sealed class FrontFields(Sheet sheet, SheetPlace place)
    {
        public SheetPlace Place => place;

        /// <summary>The first cell that holds something to the right of a field's name.</summary>
        public FrontField? Find(Column column)
        {
            foreach (var row in sheet.Rows.TakeWhile(r => r.Number <= LastRow))
            {
                var after = row.Cells.SkipWhile(c => Column.FoldHeader(c.Cell.Text) != column.FoldedHeader).Skip(1);
                if (after.FirstOrDefault(c => c.Column <= LastColumn) is { Column: > 0 } found)
                    return new(new(row.Number, found.Column), found.Cell);
            }

            return null;
        }
    }
}
